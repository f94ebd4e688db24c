package io.clairscore.pipelines.drift.population;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clairscore.drift.verdict.Source;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The populations of a workspace, at the newest versions of its tables. */
final class WorkspaceTables {
  private final Job job;
  private final FeatureTable features;
  private final Dataset<Row> applications;
  private final String versions;

  /**
   * Opens the tables.
   *
   * @throws Refusal with DATA if one is missing
   */
  WorkspaceTables(Job job) {
    this.job = job;
    Path raw = job.workspace().raw(Table.APPLICATION);
    if (!DeltaFolders.exists(raw)) {
      throw PopulationErrors.noTable(raw);
    }
    if (!DeltaFolders.exists(job.workspace().features())) {
      throw PopulationErrors.noTable(job.workspace().features());
    }
    long version = DeltaFolders.version(job.spark(), raw);
    applications = DeltaFolders.read(job.spark(), raw, version);
    features = FeatureTable.latest(job.spark(), job.workspace().features());
    versions = "application " + version + ", features " + features.version();
  }

  FeatureTable features() {
    return features;
  }

  /** Clients whose outcome is known: those models learn from. */
  Cohort labelled() {
    return population(
        "application_train", "", rows -> rows.filter(col(Columns.TARGET).isNotNull()));
  }

  /** Clients whose outcome is not known. */
  Cohort unlabelled() {
    return population("application_test", "", rows -> rows.filter(col(Columns.TARGET).isNull()));
  }

  /** Clients scored at a date, as they are known today. */
  Cohort scored(LocalDate date) {
    Path table = job.workspace().scores();
    if (!DeltaFolders.exists(table)) {
      throw PopulationErrors.noScores(date);
    }
    Dataset<Row> clients =
        DeltaFolders.read(job.spark(), table)
            .filter(col("scoring_date").equalTo(lit(date.toString()).cast("date")))
            .select(Columns.CLIENT)
            .distinct();
    if (clients.isEmpty()) {
      throw PopulationErrors.noScores(date);
    }
    return population(
        "scores",
        date.toString(),
        rows ->
            rows.join(
                clients,
                rows.col(Columns.CLIENT).equalTo(clients.col(Columns.CLIENT)),
                "left_semi"));
  }

  private Cohort population(String name, String date, UnaryOperator<Dataset<Row>> chosen) {
    Dataset<Row> raw = chosen.apply(applications);
    Dataset<Row> vectors = chosen.apply(features.rows());
    Layer application =
        new Layer(
            Table.APPLICATION.schema().name(),
            raw,
            Kinds.ofTable(Table.APPLICATION, Arrays.asList(applications.columns())));
    Layer computed = new Layer(Layer.FEATURES, vectors, Kinds.ofFeatures(features.names()));
    Source source = new Source(name, versions, date, FileList.hash(List.of(raw, vectors)));
    return new Cohort(source, List.of(application, computed));
  }
}
