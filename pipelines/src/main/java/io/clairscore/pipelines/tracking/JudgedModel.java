package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.evaluation.StoredScores;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model with what its run left as evidence.
 *
 * @param run run that trained it
 * @param bundle the model; loading it has proved its checksums and golden rows
 * @param holdOut the clients it held out
 * @param fairness approval rates as shares of the best group's, by the name of the recorded metric
 */
record JudgedModel(String run, Bundle bundle, Decisions holdOut, Map<String, Double> fairness) {
  /** Metrics of these names are approval rates of a group as a share of the best group's. */
  static final String FAIRNESS = "fairness.approval_ratio.";

  /**
   * Reads a model.
   *
   * @param catalogueHash hash of the catalogue that will compute the vectors
   * @throws Refusal with MODEL if bundle or evidence are missing, or the bundle does not score as
   *     it was trained
   */
  static JudgedModel read(Workspace workspace, String run, String catalogueHash) {
    Path predictions = workspace.runs().resolve(run).resolve("evidence/predictions.csv");
    Path folder = workspace.models().resolve(run);
    Bundle bundle;
    try {
      bundle = Bundle.load(folder, catalogueHash);
    } catch (Refusal e) {
      throw TrackingErrors.notJudged(run, e);
    }
    try {
      if (!Files.exists(predictions)) {
        throw new IOException("there is no such file");
      }
      return new JudgedModel(
          run, bundle, holdOut(predictions), fairness(Tracking.folder(workspace, run)));
    } catch (IOException e) {
      throw TrackingErrors.noEvidence(run, predictions, e);
    }
  }

  private static Decisions holdOut(Path predictions) throws IOException {
    return new StoredScores(predictions)
        .readDecisions()
        .where(fold -> fold == ScoredClients.HOLD_OUT);
  }

  /**
   * Reads the champion, to be compared with what it said when it was trained. It may read features
   * that the program no longer computes: it is then all the more to be replaced.
   *
   * @throws Refusal as {@link #read} does
   */
  static JudgedModel champion(Workspace workspace, String run) {
    Path manifest = workspace.models().resolve(run).resolve("bundle.json");
    try {
      String trainedOn =
          new ObjectMapper().readTree(manifest.toFile()).path("catalogueHash").asText();
      return read(workspace, run, trainedOn);
    } catch (IOException e) {
      throw TrackingErrors.noEvidence(run, manifest, e);
    }
  }

  private static Map<String, Double> fairness(Path record) {
    Map<String, Double> ratios = new TreeMap<>();
    RunFacts facts = RunFacts.of(RunRecord.log(record).read());
    facts.metrics().keySet().stream()
        .filter(key -> key.startsWith(FAIRNESS))
        .forEach(key -> ratios.put(key.substring(FAIRNESS.length()), facts.metric(key).get()));
    return ratios;
  }
}
