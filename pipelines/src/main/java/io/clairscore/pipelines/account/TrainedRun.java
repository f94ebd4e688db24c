package io.clairscore.pipelines.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a training left: its model, what it measured, its settings and its evidence.
 *
 * @param bundle the served model
 * @param report what training measured
 * @param settings how the model was trained
 * @param decided every labelled client as the training judged it: those of the folds by thresholds
 *     of other folds, those kept apart by the served one
 * @param scores their scores
 */
public record TrainedRun(
    Bundle bundle,
    TrainReport report,
    TrainingConf settings,
    Decisions decided,
    ScoreTable scores) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** The same counts divided by the same number: only the last digits may differ. */
  private static final double SAME = 1e-9;

  /**
   * Reads a run.
   *
   * @throws Refusal if a file is absent or damaged, or if the evidence is of another model
   */
  public static TrainedRun read(Workspace workspace, String run) {
    Path model = workspace.models().resolve(run);
    Path evidence = workspace.runs().resolve(run).resolve("evidence");
    Bundle bundle = bundle(model, run);
    Path configuration = evidence.resolve("configuration.json");
    if (!Files.exists(configuration)) {
      throw AccountErrors.noEvidence(configuration);
    }
    TrainingConf settings =
        bound(configuration, tree(configuration).path("training"), TrainingConf.class);
    TrainReport report =
        bound(model.resolve("bundle.json"), bundle.manifest().metrics(), TrainReport.class);
    Path predictions = evidence.resolve("predictions.csv");
    Decisions decided = ScoreTable.decisions(predictions);
    TrainedRun trained =
        new TrainedRun(
            bundle, report, settings, decided, ScoreTable.of(predictions, decided.scores()));
    trained.refuseOtherEvidence(predictions);
    return trained;
  }

  public Manifest manifest() {
    return bundle.manifest();
  }

  /** What wrong decisions cost, as the threshold weighed them. */
  public BusinessConf costs() {
    Threshold threshold = manifest().threshold();
    return new BusinessConf(threshold.falseNegativeCost(), threshold.falsePositiveCost());
  }

  private void refuseOtherEvidence(Path predictions) {
    Confusion judged = scores.holdOut().clients().ranked().at(manifest().threshold().margin());
    double measured = report.holdOut().get(Metric.COST_PER_CLIENT).value();
    boolean same =
        scores.training().clients().size() == report.data().trainingClients()
            && scores.holdOut().clients().size() == report.data().holdOutClients()
            && Math.abs(judged.cost(costs()) - measured) < SAME;
    if (!same || settings.folds() != report.crossFitted().folds().size()) {
      throw AccountErrors.otherEvidence(predictions.getParent(), manifest().training().runId());
    }
  }

  private static Bundle bundle(Path folder, String run) {
    Path file = folder.resolve("bundle.json");
    if (!Files.exists(file)) {
      throw AccountErrors.noModel(folder, run);
    }
    // The documents compute no vector: whichever catalogue the bundle names is the right one.
    return Bundle.load(folder, tree(file).path("catalogueHash").asText());
  }

  private static JsonNode tree(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw AccountErrors.damaged(file, e.toString());
    }
  }

  private static <T> T bound(Path file, JsonNode node, Class<T> type) {
    if (!node.isObject()) {
      throw AccountErrors.damaged(file, "It does not hold what training writes.");
    }
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw AccountErrors.damaged(file, e.getOriginalMessage());
    }
  }
}
