package io.clairscore.pipelines.study;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.run.Job;
import io.clairscore.pipelines.spark.DeltaFolders;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Gender and age of the labelled clients, from their applications and not from the features, so
 * that a model which does not see them is judged by them all the same. Empty where the workspace
 * has no applications.
 *
 * @param client SK_ID_CURR
 * @param gender CODE_GENDER, empty if missing
 * @param age completed years, -1 if missing
 */
record ClientGroups(int[] client, String[] gender, int[] age) {
  static final String NAME = "client-groups";
  private static final double DAYS_PER_YEAR = 365.25;

  static ClientGroups of(Job job) {
    Path applications = job.workspace().raw(Table.APPLICATION);
    List<Row> rows =
        DeltaFolders.exists(applications)
            ? DeltaFolders.read(job.spark(), applications)
                .filter(col(Application.TARGET.name()).isNotNull())
                .select(
                    Application.SK_ID_CURR.name(),
                    Application.CODE_GENDER.name(),
                    Application.DAYS_BIRTH.name())
                .orderBy(Application.SK_ID_CURR.name())
                .collectAsList()
            : List.of();
    return new ClientGroups(
        rows.stream().mapToInt(row -> row.getInt(0)).toArray(),
        rows.stream().map(row -> row.isNullAt(1) ? "" : row.getString(1)).toArray(String[]::new),
        rows.stream()
            .mapToInt(row -> row.isNullAt(2) ? -1 : (int) (-row.getInt(2) / DAYS_PER_YEAR))
            .toArray());
  }
}
