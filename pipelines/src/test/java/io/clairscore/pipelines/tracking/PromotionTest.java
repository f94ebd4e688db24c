package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.Folders;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.SmallVersions;
import io.clairscore.scorer.registry.Aliases;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model from its recorded training to champion and back. */
class PromotionTest extends SparkTest {
  private static final String GRID = "training.xgboost.maxDepth=[2,3]";
  private static final String CALIBRATED = "tracking.gate.calibrationError=0.2";

  /** The runs good and bad, trained once; every test works on a copy. */
  @TempDir static Path trained;

  @TempDir Path folder;

  @BeforeEach
  void copyTrainedRuns() throws IOException {
    if (!Files.exists(trained.resolve("models"))) {
      SyntheticClients.save(
          SyntheticClients.table(session(), 1500, 0, 5, 1), new Workspace(trained).features());
      train(trained, "bad", "training.xgboost.rounds=1", "training.xgboost.maxDepth=[1]");
      train(trained, "good", GRID);
    }
    Folders.copy(trained, folder);
  }

  private Job job(Path root, String run, String... settings) {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    Configuration conf = SyntheticClients.configuration(settings);
    return new Job(session(), new Workspace(root), conf, run, silent);
  }

  private TrainReport train(Path root, String run, String... settings) {
    return TrackedTraining.run(job(root, run, settings), TrainOptions.DEFAULT, Map.of());
  }

  private Workspace workspace() {
    return new Workspace(folder);
  }

  private Promotion promotion(String... settings) {
    Job job = job(folder, "promotion", settings);
    return new Promotion(
        workspace(),
        job.conf(),
        new Tracking(workspace(), job.conf().tracking(), Map.of()),
        FeatureTable.latest(session(), workspace().features()).catalogueHash(),
        job.progress());
  }

  private Path record(String run) {
    return Tracking.folder(workspace(), run);
  }

  private List<Event> lines(String run) {
    return RunRecord.log(record(run)).read();
  }

  private RunFacts facts(String run) {
    return RunFacts.of(lines(run));
  }

  private Aliases aliases() {
    return Aliases.read(workspace().models());
  }

  private static void assertRefused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.MODEL))
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  @Test
  void aTrainingIsRecordedWithAllThatMakesItComparable() {
    RunFacts facts = facts("good");
    assertThat(facts.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(facts.parameters())
        .containsEntry("training.xgboost.eta", "0.3")
        .containsEntry("training.xgboost.maxDepth", "[2,3]")
        .containsEntry("table.features.version", "0");
    assertThat(facts.metrics().get("fold.best_iteration"))
        .hasSize(2)
        .allSatisfy((fold, best) -> assertThat(best).isLessThan(19));
    assertThat(facts.metrics()).containsKeys("holdout.auc", "holdout.auc.low", "oof.brier");
    assertThat(facts.artifacts()).contains("configuration.json", "model/MLmodel", "summary.txt");
    assertThat(RunRecord.children(record("good"))).hasSize(2);
    assertThat(lines("good"))
        .filteredOn(Event.Input.class::isInstance)
        .extracting(event -> ((Event.Input) event).table() + "@" + ((Event.Input) event).version())
        .containsExactlyInAnyOrder("features@0", "training@1");
    assertThat(aliases().challenger()).isEqualTo("good");
  }

  @Test
  void theModelNamesItsFeaturesInTheirOrderAndLetsThemBeMissing() throws IOException {
    Path model = RunRecord.file(record("good"), "model");
    JsonNode description =
        new ObjectMapper(new YAMLFactory()).readTree(model.resolve("MLmodel").toFile());
    JsonNode inputs = new ObjectMapper().readTree(description.at("/signature/inputs").asText());
    assertThat(inputs)
        .extracting(input -> input.get("name").asText())
        .containsExactly("F0", "F1", "F2", "F3", "F4");
    assertThat(inputs).allSatisfy(input -> assertThat(input.get("required").asBoolean()).isFalse());
    assertThat(Files.readAllLines(model.resolve("requirements.txt"))).contains("xgboost==3.2.0");
    assertThat(model.resolve("model.ubj"))
        .hasSameBinaryContentAs(workspace().models().resolve("good/model.ubj"));
  }

  @Test
  void theSameRunIsContinuedWithTheSameSettingsAndRefusedWithOthers() {
    int before = lines("good").size();
    String id = facts("good").id();
    train(folder, "good", GRID);
    assertThat(facts("good").id()).isEqualTo(id);
    // Files are said again, as they may have changed; so are the folds' table, which was made anew,
    // and the end. Every figure is the same, and is not repeated.
    assertThat(lines("good").subList(before, lines("good").size()))
        .hasAtLeastOneElementOfType(Event.Ended.class)
        .hasOnlyElementsOfTypes(Event.Artifact.class, Event.Input.class, Event.Ended.class);
    assertThatThrownBy(() -> train(folder, "good", GRID, "training.xgboost.eta=0.2"))
        .hasMessageContaining("training.xgboost.eta");
  }

  @Test
  void aTrainingThatIsRefusedIsRecordedAsFailed() {
    assertRefused(
        () -> train(folder, "leaky", "training.leakage.maximumFeatureAuc=0.51"), "leakage");
    assertThat(facts("leaky").status()).isEqualTo(RunStatus.FAILED);
    assertThat(facts("leaky").tags().get("clairscore.failure")).contains("leakage");
    assertThat(aliases().challenger()).isEqualTo("good");
  }

  @Test
  void aModelBecomesChampionOnlyThroughTheGate() throws IOException {
    String late = "tracking.gate.latencyMillis=0.0000001";
    assertRefused(() -> promotion(late).promote(Optional.empty(), false), "latency");
    assertThat(aliases().champion()).isEmpty();
    assertThat(facts("good").tags()).containsEntry("clairscore.gate", "refused");

    List<String> told = promotion(CALIBRATED).promote(Optional.empty(), false);
    assertThat(String.join("\n", told))
        .contains("no champion: upper ends below 0")
        .contains("not judged  fairness", "not judged  recourse")
        .doesNotContain("failed");
    assertThat(aliases().champion()).contains("good");
    assertThat(facts("good").tags()).containsEntry("clairscore.gate", "passed");
    String verdict =
        facts("good").artifacts().stream()
            .filter(path -> path.startsWith("gate/"))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    JsonNode written =
        new ObjectMapper().readTree(RunRecord.file(record("good"), verdict).toFile());
    assertThat(written.get("passed").asBoolean()).isTrue();
    assertThat(written.get("checks")).hasSize(8);
  }

  @Test
  void aWorseModelIsRefusedAnEqualOnePassesAndTheFormerChampionReturns() throws IOException {
    promotion(CALIBRATED).promote(Optional.of("good"), false);
    assertRefused(
        () -> promotion(CALIBRATED).promote(Optional.of("bad"), false),
        "AUC: -",
        "on 300 clients held out by both");
    assertThat(aliases().champion()).contains("good");

    Folders.copy(workspace().models().resolve("good"), workspace().models().resolve("same"));
    Folders.copy(workspace().runs().resolve("good"), workspace().runs().resolve("same"));
    List<String> told = promotion(CALIBRATED).promote(Optional.of("same"), false);
    assertThat(told).anySatisfy(line -> assertThat(line).contains("+0.0000 [+0.0000, +0.0000]"));
    assertThat(aliases().champion()).contains("same");
    Published published = new Published(workspace().published());
    for (String run : List.of("good", "same")) {
      SmallVersions.publish(published.folder(), "of-" + run, run);
    }
    published.use("of-same");
    assertThat(promotion().rollBack()).isEqualTo("good");
    assertThat(published.current()).contains("of-good");
    assertRefused(() -> promotion().rollBack(), "Run good is the first");
    assertThat(aliases().champion()).contains("good");
  }

  @Test
  void aChampionOfFeaturesThatAreNoLongerComputedIsReplaced() {
    promotion(CALIBRATED).promote(Optional.of("good"), false);
    SyntheticClients.table(session(), 1500, 0, 5, 1)
        .withColumnRenamed("F4", "F5")
        .write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .save(workspace().features().toString());
    train(folder, "other", GRID);
    String today = FeatureTable.latest(session(), workspace().features()).catalogueHash();
    assertRefused(() -> JudgedModel.read(workspace(), "good", today), "good", today);
    List<String> told =
        promotion(
                CALIBRATED,
                "tracking.gate.costMargin=1",
                "tracking.gate.aucMargin=1",
                "tracking.gate.scorePsi=9")
            .promote(Optional.empty(), false);
    assertThat(String.join("\n", told)).contains("on 300 clients held out by both");
    assertThat(aliases().champion()).contains("other");
  }

  @Test
  void figuresOfFairnessCountWhereTheyExist() {
    RunRecord.open(record("good"), "good")
        .metric("fairness.approval_ratio.gender F", 1)
        .metric("fairness.approval_ratio.gender M", 0.7);
    assertRefused(
        () -> promotion(CALIBRATED).promote(Optional.empty(), false),
        "approval of gender M is 0.700 of the best");
  }

  @Test
  void whatCannotBeProvedIsNeverChampion() throws IOException {
    assertRefused(() -> promotion().promote(Optional.of("nobody"), false), "nobody");
    Path predictions = workspace().runs().resolve("bad/evidence/predictions.csv");
    Files.delete(predictions);
    assertRefused(() -> promotion().promote(Optional.of("bad"), false), predictions.toString());
    Path golden = workspace().models().resolve("good/golden.json");
    Files.writeString(golden, Files.readString(golden).replaceFirst("\\d", "8"));
    assertRefused(() -> promotion().promote(Optional.empty(), false), "golden.json");
    assertThat(aliases().champion()).isEmpty();
  }
}
