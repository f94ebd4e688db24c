package io.clairscore.scorer.pages;

import java.util.List;

/**
 * Models from simple to complex, the served one last.
 *
 * @param study what the rungs come from: the study, or why there is none
 * @param ofStudy whether there is a study
 * @param rungs the simplest first
 */
public record LadderPage(PageWords study, boolean ofStudy, List<Rung> rungs)
    implements PageContent {

  public LadderPage {
    rungs = List.copyOf(rungs);
  }

  /** What stands on a rung. */
  public enum Kind {
    /** A rule without a model. */
    RULE,
    /** A candidate of the study. */
    CANDIDATE,
    /** A setting that the training tried. */
    SETTING,
    /** A number of features that the training tried. */
    SIZE,
    /** The served model. */
    SERVED
  }

  /**
   * A model.
   *
   * @param name unique in the ladder
   * @param outOfFold on the training clients, by models and thresholds that have not seen them
   * @param holdOut on the clients kept apart; null where they were not scored
   * @param threshold margin from which on it refuses; null where each fold had its own
   * @param seenAuc AUC on the very clients it was fitted on; null where it was not fitted
   * @param fitSeconds time of its fits over the folds; null where it was not measured
   * @param predictSeconds time to score the clients of the folds; null where it was not measured
   * @param against differences to simpler rungs
   */
  public record Rung(
      String name,
      PageWords label,
      Kind kind,
      Figures outOfFold,
      Figures holdOut,
      Double threshold,
      Double seenAuc,
      Double fitSeconds,
      Double predictSeconds,
      List<Difference> against) {
    public Rung {
      against = List.copyOf(against);
    }
  }

  /** Figures of a model; null where one was not measured. */
  public record Figures(
      Double cost,
      Double auc,
      Double ks,
      Double brier,
      Double accuracy,
      Double recall,
      Double refusalRate,
      Double calibrationError) {}

  /**
   * A model less another on the same clients; where the interval holds 0 no difference is proved.
   *
   * @param to name of the other
   * @param holdOut difference of the cost per client kept apart; null where it was not measured
   */
  public record Difference(
      String to, PageWords label, PageInterval cost, PageInterval holdOut, PageInterval auc) {}
}
