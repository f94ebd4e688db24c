package io.clairscore.pipelines.account;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.evaluation.StoredScores;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stored scores that documents can be made of.
 *
 * @param training clients of the folds, each scored out of fold
 * @param holdOut clients kept apart
 */
public record ScoreTable(Scores training, Scores holdOut) {

  /**
   * Reads a table.
   *
   * @throws Refusal if it is absent or damaged, or lacks a part
   */
  static ScoreTable read(Path file) {
    return of(file, stored(file, StoredScores::read));
  }

  /**
   * Reads a table of judged clients.
   *
   * @throws Refusal if it is absent or damaged
   */
  static Decisions decisions(Path file) {
    return stored(file, StoredScores::readDecisions);
  }

  private interface Reading<T> {
    T of(StoredScores file) throws IOException;
  }

  private static <T> T stored(Path file, Reading<T> reading) {
    if (!Files.exists(file)) {
      throw AccountErrors.noEvidence(file);
    }
    try {
      return reading.of(new StoredScores(file));
    } catch (IOException e) {
      throw AccountErrors.damaged(file, e.getMessage());
    }
  }

  /**
   * The scores of a file as a table.
   *
   * @throws Refusal if it lacks a part
   */
  static ScoreTable of(Path file, Scores scores) {
    ScoreTable table = new ScoreTable(scores.outOfFold(), scores.holdOut());
    if (lacksAnOutcome(table.training) || lacksAnOutcome(table.holdOut)) {
      throw AccountErrors.damaged(
          file, "Its folds or its hold-out do not hold clients of both outcomes.");
    }
    return table;
  }

  private static boolean lacksAnOutcome(Scores part) {
    int defaults = part.clients().positives();
    return defaults == 0 || defaults == part.clients().size();
  }

  /** Every threshold, of a model of which only scores are left. */
  ThresholdCurve curve() {
    return ThresholdCurve.of(training, holdOut);
  }
}
