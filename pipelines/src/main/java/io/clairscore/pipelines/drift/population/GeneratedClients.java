package io.clairscore.pipelines.drift.population;

import io.clairscore.drift.verdict.Source;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.synthetic.GeneratedRows;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Generated clients as those who are compared. */
final class GeneratedClients {
  private static final String APPLICATION = Table.APPLICATION.schema().name();

  private GeneratedClients() {}

  static Cohort population(GeneratedRows rows, Source source) {
    Dataset<Row> applications = rows.applications();
    return new Cohort(
        source,
        List.of(
            new Layer(
                APPLICATION,
                applications,
                Kinds.ofTable(Table.APPLICATION, Arrays.asList(applications.columns()))),
            new Layer(
                Layer.FEATURES, rows.features(), Kinds.ofFeatures(Catalogue.core().names()))));
  }
}
