package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.use.Profile;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostPoint;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.Reference;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainStepTest extends SparkTest {
  private static final int LABELLED = 1500;
  private static final int FEATURES = 5;
  private static final List<String> NAMES = List.of("F0", "F1", "F2", "F3", "F4");

  @TempDir Path folder;

  private Job job(String runId, Configuration conf) {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return new Job(session(), new Workspace(folder), conf, runId, silent);
  }

  private void save(Dataset<Row> table) {
    SyntheticClients.save(table, new Workspace(folder).features());
  }

  @Test
  void leavesABundleThatScoresAsItWasJudgedAndTheEvidenceForIt() throws Exception {
    // The outcome rests on F0 to F2. Nobody is told that a sex decided, so no model sees it.
    save(
        SyntheticClients.table(session(), LABELLED, 20, FEATURES, 1)
            .withColumnRenamed("F3", "CODE_GENDER"));
    Job job =
        job(
            "run",
            SyntheticClients.configuration(
                "training.compact.sizes=[3,1,200]",
                "training.compact.colsampleBytree=1",
                "tracking.gate.aucMargin=0.05",
                "tracking.gate.costMargin=0.2"));
    TrainReport report = TrainStep.run(job, TrainOptions.DEFAULT);

    FeatureTable features = FeatureTable.latest(session(), job.workspace().features());
    Bundle bundle = Bundle.load(TrainStep.modelFolder(job), features.catalogueHash());
    assertThat(bundle.trees().treeCount()).isEqualTo(report.choice().rounds());
    assertThat(bundle.manifest().features()).containsExactly("F0", "F1", "F2");
    assertThat(bundle.manifest().profile()).isEqualTo(Profile.FAIR);
    assertThat(report.data().admittedFeatures()).isEqualTo(4);
    assertThat(report.data().featureCount()).isEqualTo(3);
    assertThat(report.compactSizes()).extracting(CompactSize::features).containsExactly(1, 3, 4);
    assertThat(report.compactSizes())
        .extracting(CompactSize::served)
        .containsExactly(false, true, false);
    CompactSize one = report.compactSizes().get(0);
    assertThat(one.aucDifference().high()).isNegative();
    assertThat(one.auc() - report.compactSizes().get(2).auc())
        .isCloseTo(one.aucDifference().value(), offset(1e-12));
    assertThat(report.crossFitted().outOfFold().get(Metric.AUC))
        .as("what is reported is what is served")
        .isEqualTo(report.compactSizes().get(1).auc());
    assertThat(bundle.manifest().tableVersions()).containsEntry("features", 0L);
    assertThat(report.data().trainingClients() + report.data().holdOutClients())
        .isEqualTo(LABELLED);
    assertThat(report.holdOut().get(Metric.AUC).value()).isBetween(0.7, 0.95);
    assertThat(report.holdOut().get(Metric.COST_PER_CLIENT).value())
        .isLessThan(report.holdOut().get(Metric.ACCEPT_ALL_COST).value())
        .isLessThan(report.holdOut().get(Metric.REFUSE_ALL_COST).value());

    Path evidence = folder.resolve("runs/run/evidence");
    List<String> margins = Files.readAllLines(evidence.resolve("margins.csv"));
    assertThat(margins).hasSize(LABELLED + 1);
    assertThat(margins.stream().skip(1).map(line -> line.split(",")))
        .allSatisfy(cells -> assertThat(cells[1]).isEqualTo(cells[2]));
    List<String> predictions = Files.readAllLines(evidence.resolve("predictions.csv"));
    assertThat(predictions).hasSize(LABELLED + 1);
    assertThat(predictions.get(0))
        .isEqualTo("SK_ID_CURR,TARGET,set,fold,margin,probability,decision");
    assertThat(predictions.stream().filter(line -> line.contains(",holdout,-1,")))
        .hasSize(report.data().holdOutClients());
  }

  @Test
  void describesTheAcceptedClientsAsASlowReaderWould() throws Exception {
    save(SyntheticClients.table(session(), LABELLED, 0, FEATURES, 1));
    Job job = job("described", SyntheticClients.configuration());
    TrainReport report = TrainStep.run(job, TrainOptions.DEFAULT);
    FeatureTable features = FeatureTable.latest(session(), job.workspace().features());
    Bundle bundle = Bundle.load(TrainStep.modelFolder(job), features.catalogueHash());
    Reference reference = bundle.reference();
    List<Integer> accepted =
        Files.readAllLines(folder.resolve("runs/described/evidence/predictions.csv")).stream()
            .map(line -> line.split(","))
            .filter(cells -> cells[2].equals("train") && cells[6].equals("0"))
            .map(cells -> Integer.valueOf(cells[0]))
            .toList();
    double[] values =
        features.rows().collectAsList().stream()
            .filter(row -> accepted.contains(row.getInt(0)) && !row.isNullAt(2))
            .mapToDouble(row -> row.getFloat(2))
            .sorted()
            .toArray();

    assertThat(reference.sampledClients()).isEqualTo(report.data().trainingClients());
    assertThat(reference.acceptedClients()).isEqualTo(accepted.size()).isPositive();
    FeatureReference first = reference.features().get(0);
    assertThat(first.quartiles().median()).isEqualTo(values[(values.length + 1) / 2 - 1]);
    assertThat(first.mean()).isCloseTo(Arrays.stream(values).average().orElseThrow(), offset(1e-9));
    assertThat(first.known()).isEqualTo((double) values.length / accepted.size());
    assertThat(reference.features().get(1).meanAbsoluteContribution())
        .isGreaterThan(reference.features().get(4).meanAbsoluteContribution());
    assertThat(reference.levels().stream().mapToLong(LevelOutcome::clients).sum())
        .isEqualTo(report.data().trainingClients());
  }

  @Test
  void fitsTheSameBytesTwiceAndFromRowsInAnotherOrder() {
    Dataset<Row> table = SyntheticClients.table(session(), LABELLED, 0, FEATURES, 1);
    byte[] first = fitted(table);
    assertThat(fitted(table)).isEqualTo(first);
    assertThat(fitted(table.orderBy(functions.rand(3)).repartition(5))).isEqualTo(first);
  }

  private static byte[] fitted(Dataset<Row> table) {
    FeatureTable features = new FeatureTable(table, 0, NAMES, "hash");
    TrainingConf conf = SyntheticClients.configuration().training();
    XgboostPoint point = new XgboostPoint(10, 5, 0.1, 0.3, 3, 1, 1, 0.5, 1, 0, 64);
    return ServedModel.fit(
            new BoostingRun(conf, point, MonotoneDirections.FREE), features.vectors(), NAMES)
        .ubj();
  }

  @Test
  void stopsAtAFeatureThatKnowsTheOutcome() {
    Dataset<Row> table = SyntheticClients.table(session(), LABELLED, 0, FEATURES, 1);
    save(table.withColumn("F3", functions.col("TARGET").cast("float")));
    Configuration conf = SyntheticClients.configuration("training.leakage.maximumFeatureAuc=0.9");
    assertThatThrownBy(() -> TrainStep.run(job("leak", conf), TrainOptions.DEFAULT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("F3")
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.MODEL);
    assertThat(folder.resolve("models/leak")).doesNotExist();
  }

  @Test
  void refusesClientsNothingCanBeLearnedFrom() {
    Configuration conf = SyntheticClients.configuration();
    assertRefused(conf, "There is no feature table");
    Dataset<Row> table = SyntheticClients.table(session(), 300, 0, 2, 1);
    save(table.withColumn("TARGET", functions.lit(null).cast("int")));
    assertRefused(conf, "nobody to learn from");
    save(table.withColumn("TARGET", functions.lit(0)));
    assertRefused(conf, "All 300 labelled clients have TARGET 0");
    save(table.limit(30));
    assertRefused(conf, "too few clients");
  }

  private void assertRefused(Configuration conf, String message) {
    assertThatThrownBy(() -> TrainStep.run(job("refused", conf), TrainOptions.DEFAULT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.DATA);
  }
}
