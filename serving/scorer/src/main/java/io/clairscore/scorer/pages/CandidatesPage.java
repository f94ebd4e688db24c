package io.clairscore.scorer.pages;

import java.util.List;

/**
 * Every candidate of the study.
 *
 * @param run the study
 * @param ofModel whether the study is of the same run as the served model
 * @param chosen name of the candidate that the study would choose; null before it has ended
 * @param candidates in the order of the study
 */
public record CandidatesPage(String run, boolean ofModel, String chosen, List<Candidate> candidates)
    implements PageContent {

  public CandidatesPage {
    candidates = List.copyOf(candidates);
  }

  /** Why a candidate was tried. */
  public enum Family {
    /** A rung of the ladder. */
    MODEL,
    /** A treatment of the rarity of defaults. */
    TREATMENT,
    /** A point of the search for hyper-parameters. */
    SEARCH
  }

  /**
   * A candidate.
   *
   * @param settings the point of its grid that was chosen, sorted by key; empty if it is not kept
   * @param grid every point of its grid
   * @param threshold margin from which on it refuses; null where it is not kept
   * @param auc over its folds
   * @param reports decisions by outcome, a part each; the hold-out is absent where it was not
   *     scored, as in a search, which sees some folds only
   */
  public record Candidate(
      String name,
      PageWords label,
      Family family,
      List<Setting> settings,
      List<GridPoint> grid,
      Double threshold,
      Double auc,
      Double fitSeconds,
      List<ClassificationReport> reports) {
    public Candidate {
      settings = List.copyOf(settings);
      grid = List.copyOf(grid);
      reports = List.copyOf(reports);
    }
  }

  /**
   * A point of a grid.
   *
   * @param cost mean over the folds, each at its own best threshold: for selection only
   */
  public record GridPoint(List<Setting> settings, double cost) {
    public GridPoint {
      settings = List.copyOf(settings);
    }
  }

  /**
   * A hyper-parameter.
   *
   * @param key its name in the configuration
   * @param value its number; null if it is none
   * @param text the same as it was set
   */
  public record Setting(String key, PageWords label, Double value, String text) {}
}
