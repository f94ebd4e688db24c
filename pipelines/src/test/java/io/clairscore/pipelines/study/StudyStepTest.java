package io.clairscore.pipelines.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.SearchResult;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.pipelines.tracking.RunRecord;
import io.clairscore.pipelines.tracking.RunStatus;
import io.clairscore.pipelines.tracking.Tracking;
import io.clairscore.pipelines.training.SyntheticClients;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyStepTest extends SparkTest {
  private static final int LABELLED = 900;
  private static final String[] SMALL = {
    "study.logistic.penalties=[0.01]",
    "study.logistic.path=[0.01, 1]",
    "study.xgboostDepths=[2]",
    "training.monotone.falling=[F0]",
    "study.forest.trees=5",
    "study.forest.depths=[3]",
    "study.boostedTrees.trees=3",
    "study.boostedTrees.depths=[2]",
    "study.search.maxDepth=[2]",
    "study.search.colsampleBytree=[0.5, 0.8]",
    "study.search.lambda=[1]",
    "study.search.points=1",
    "study.search.folds=2",
    "study.resamples=100",
    "training.xgboost.rounds=8"
  };

  @TempDir Path folder;

  @BeforeEach
  void save() {
    SyntheticClients.save(
        SyntheticClients.table(session(), LABELLED, 0, 5, 1), new Workspace(folder).features());
  }

  private Job job(String runId, Configuration conf, PrintStream out) {
    return new Job(session(), new Workspace(folder), conf, runId, new Progress(out, false));
  }

  private static Configuration small(String... overrides) {
    return SyntheticClients.configuration(
        Stream.concat(Stream.of(SMALL), Stream.of(overrides)).toArray(String[]::new));
  }

  /** Dies when it is to print two words, as if the machine had: nothing behind it cleans up. */
  private static final class DyingStream extends PrintStream {
    private final String word;
    private final String other;

    DyingStream(String word, String other) {
      super(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
      this.word = word;
      this.other = other;
    }

    @Override
    public void println(String line) {
      if (line.contains(word) && line.contains(other)) {
        throw new DeathForTest();
      }
    }
  }

  private static final class DeathForTest extends Error {}

  private String study(String runId, Configuration conf) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Job job = job(runId, conf, new PrintStream(said, true, StandardCharsets.UTF_8));
    try (StudyStep study = new StudyStep(job, Set.of())) {
      study.fitSimple();
      String lines = String.join("\n", study.fitBoosted());
      assertThat(lines)
          .contains("accept-all", "scorecard", "xgboost-tuned", "Fairness")
          .contains("not measured: what refused clients could change");
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void goesOnWhereItWasCutOffAndEndsAsIfItHadNot() throws Exception {
    Configuration conf = small();
    // The first fold of the scorecard.
    dieAt("fold 1", ": features ", conf);
    dieAt("imbalance-undersampling", "", conf);
    dieAt("tpe-01", "", conf);
    List<String> unfinished = StudyCosts.of(new Workspace(folder), "cut", conf);
    assertThat(unfinished.get(0)).contains("not finished");
    assertThat(String.join(" ", unfinished)).contains("imbalance-smote").doesNotContain("tuned");
    String continued = study("cut", conf);
    String whole = study("whole", conf);

    assertThat(continued)
        .contains("logistic: done before", "imbalance-none: done before", "grid-02: done before")
        .doesNotContain("tpe-01: done before");
    assertThat(whole).doesNotContain("done before");
    for (String table : tables(run("whole"))) {
      assertThat(withoutSeconds(run("cut").resolve(table)))
          .as(table)
          .isEqualTo(withoutSeconds(run("whole").resolve(table)));
    }
    assertThat(run("whole").resolve("figures/beeswarm.fr.svg")).content().contains("<circle");
    assertThat(run("whole").resolve("figures/effect-F0.en.svg")).content().contains("<polyline");
    assertThat(run("whole").resolve("study.md")).content().contains("| xgboost-monotone |");
    assertScoresOfEveryClient("xgboost-tuned");
    assertOtherCostsNeedNoFit();
    assertTheArchiveHoldsWhatWasMeasured(conf);
  }

  private void assertTheArchiveHoldsWhatWasMeasured(Configuration conf) {
    StudyArchive archive = StudyArchive.of(new Workspace(folder), "whole");
    StudyResults results = StudyResults.read(run("whole").resolve(StudyResults.FILE));
    assertThat(archive.costs()).contains(conf.business());
    for (CandidateResult candidate : results.models().candidates()) {
      assertThat(archive.kept(candidate.candidate()).orElseThrow().settings()).isNotEmpty();
      Judged judged = archive.judged(candidate.candidate()).orElseThrow();
      assertThat(judged.outOfFold().measure(conf.business()))
          .isEqualTo(candidate.outOfFold().metrics());
      assertThat(judged.holdOut().measure(conf.business()))
          .isEqualTo(candidate.holdOut().metrics());
    }
    for (SearchResult.Point point : results.search().points()) {
      assertThat(archive.judged(point.name()).orElseThrow().cost()).isEqualTo(point.cost());
    }
    assertThat(archive.judged("nobody")).isEmpty();
    assertThat(StudyArchive.of(new Workspace(folder), "none").costs()).isEmpty();
  }

  private void assertOtherCostsNeedNoFit() throws Exception {
    Workspace workspace = new Workspace(folder);
    StudyCosts.of(workspace, "whole", SyntheticClients.configuration());
    for (String table : tables(run("whole").resolve("costs-10.0-1.0"))) {
      assertThat(run("whole").resolve("costs-10.0-1.0").resolve(table))
          .as(table)
          .hasSameTextualContentAs(run("whole").resolve(table));
    }
    StudyCosts.of(
        workspace,
        "whole",
        SyntheticClients.configuration(
            "business.falseNegativeCost=3", "business.falsePositiveCost=2"));
    List<String[]> ladder =
        Files.readAllLines(run("whole").resolve("costs-3.0-2.0/ladder.csv")).stream()
            .map(line -> line.split(","))
            .toList();
    ScoredClients clients = new StudyRecords(workspace, "whole").scores("logistic").clients();
    ScoredClients training = clients.where(fold -> fold >= 0);
    double share = (double) training.positives() / training.size();
    assertThat(Double.parseDouble(ladder.get(1)[1])).isCloseTo(3 * share, within(5e-5));
    assertThat(Double.parseDouble(ladder.get(2)[1])).isCloseTo(2 * (1 - share), within(5e-5));
  }

  @Test
  void saysThatThereIsNoStudyToJudgeAtOtherCosts() {
    assertThatThrownBy(() -> StudyCosts.of(new Workspace(folder), "none", small()))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.USAGE))
        .hasMessageContaining("There is no study");
  }

  private void dieAt(String word, String other, Configuration conf) {
    Job dying = job("cut", conf, new DyingStream(word, other));
    List<Throwable> causes = new ArrayList<>();
    try (StudyStep study = new StudyStep(dying, Set.of())) {
      study.fitSimple();
      study.fitBoosted();
    } catch (Throwable death) {
      for (Throwable at = death; at != null; at = at.getCause()) {
        causes.add(at);
      }
    }
    assertThat(causes).as(word).hasAtLeastOneElementOfType(DeathForTest.class);
  }

  private Path run(String runId) {
    return new Workspace(folder).runs().resolve(runId).resolve("study");
  }

  private static Set<String> tables(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> tables = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .forEach(tables::add);
      assertThat(tables)
          .contains(
              "ladder.csv",
              "comparisons.csv",
              "coefficient-path.csv",
              "search.csv",
              "cost-curve.csv",
              "leakage.csv",
              "effects.csv",
              "errors-by-interval.csv",
              "risk-zones-fr.csv");
      return tables;
    }
  }

  /** Times differ from one run to the next; nothing else may. */
  private static List<String> withoutSeconds(Path csv) throws Exception {
    List<String[]> rows =
        Files.readAllLines(csv).stream()
            .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
            .toList();
    String[] header = rows.get(0);
    return rows.stream()
        .map(
            row ->
                String.join(
                    ",",
                    IntStream.range(0, row.length)
                        .filter(i -> !header[i].endsWith(" s"))
                        .mapToObj(i -> row[i])
                        .toList()))
        .toList();
  }

  private void assertScoresOfEveryClient(String candidate) {
    ScoredClients clients =
        new StudyRecords(new Workspace(folder), "whole").scores(candidate).clients();
    assertThat(IntStream.of(clients.client()).sorted().toArray())
        .isEqualTo(IntStream.rangeClosed(1, LABELLED).toArray());
    assertThat(clients.ranked().auc()).isBetween(0.7, 0.95);
    ScoredClients shuffled =
        new StudyRecords(new Workspace(folder), "whole").scores(ShuffledLabels.NAME).clients();
    assertThat(shuffled.ranked().auc())
        .isBetween(0.5 - ShuffledLabels.bound(shuffled), 0.5 + ShuffledLabels.bound(shuffled));
  }

  @Test
  void refusesAnotherConfigurationUnderTheSameRun() {
    Job first = job("same", small(), System.err);
    new StudyStep(first, Set.of()).close();
    Job other = job("same", small("study.search.points=2"), System.err);
    assertThatThrownBy(() -> new StudyStep(other, Set.of()))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.DATA))
        .hasMessageContaining("same");
  }

  @Test
  void refusesToSearchOnMoreFoldsThanThereAre() {
    Job job = job("folds", small("study.search.folds=3"), System.err);
    assertThatThrownBy(() -> new StudyStep(job, Set.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("training.folds is 2");
  }

  @Test
  void stopsAtAModelThatIsTooGood() {
    Job job = job("leak", small("training.leakage.maximumAuc=0.6"), System.err);
    try (StudyStep study = new StudyStep(job, Set.of())) {
      assertThatThrownBy(study::fitSimple)
          .isInstanceOfSatisfying(
              Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.MODEL))
          .hasMessageContaining("logistic");
    }
    RunRecord record = RunRecord.open(Tracking.folder(new Workspace(folder), "leak"), "leak");
    assertThat(record.status()).isEqualTo(RunStatus.FAILED);
    assertThat(record.child("accept-all").status()).isEqualTo(RunStatus.FINISHED);
  }
}
