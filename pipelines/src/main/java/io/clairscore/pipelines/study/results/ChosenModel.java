package io.clairscore.pipelines.study.results;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.CostCurve;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import java.util.List;

/**
 * The candidate that a study would choose, looked at as a whole.
 *
 * @param candidate its name
 * @param costs what wrong decisions cost
 * @param thresholds the optimum of the business against others
 * @param curve every share of refusals over the folds, from none to all
 * @param looks for leakage and overfitting
 * @param groups decisions by group of clients, and those of the candidate of the other profile
 * @param explanation what it does
 */
public record ChosenModel(
    String candidate,
    BusinessConf costs,
    List<ThresholdResult> thresholds,
    List<CostCurve.Point> curve,
    List<Look> looks,
    List<GroupResult> groups,
    ModelExplanation explanation) {

  /** What a threshold is a value of. */
  public enum Scale {
    MARGIN("margin {value}"),
    PROBABILITY("probability {value}");

    private final String words;

    Scale(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A threshold.
   *
   * @param rule how it was found
   * @param from value from which on it refuses
   * @param outOfFold decisions over the folds
   * @param difference cost over the folds less that of the cheapest threshold
   * @param holdOutCost cost per client kept apart
   * @param holdOutDifference that less the cost of the cheapest threshold
   */
  public record ThresholdResult(
      String rule,
      Scale scale,
      double from,
      Confusion outOfFold,
      Estimate difference,
      double holdOutCost,
      Estimate holdOutDifference) {}

  /** What is looked at, each in words of its subject. */
  public enum Finding {
    FEATURE("feature alone, AUC: {subject}"),
    PARTS("clients in one part each, classes in equal shares"),
    TWINS("clients with a twin in another part"),
    SHUFFLED("shuffled outcomes, AUC"),
    SEEN("{subject}, AUC seen"),
    OUT_OF_FOLD("{subject}, AUC out of fold"),
    HOLD_OUT("{subject}, AUC hold-out");

    private final String words;

    Finding(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean counts() {
      return this == PARTS || this == TWINS;
    }
  }

  /**
   * A look for leakage or overfitting.
   *
   * @param subject the feature or candidate, empty where it is about all
   * @param found AUC or number of clients, null where there is none
   * @param limit what is allowed: at most, or of shuffled outcomes away from 0.5; null for anything
   * @param passed null where nothing is demanded
   */
  public record Look(Finding finding, String subject, Double found, Double limit, Boolean passed) {}

  /**
   * Decisions about a group of clients, out of fold.
   *
   * @param approved share that is granted credit
   * @param recall share of the defaults that is refused, null without defaults
   * @param goodRefused share of the others that is refused, null without others
   * @param predicted mean probability
   * @param defaulted share that defaulted
   * @param cost per client
   */
  public record GroupResult(
      String candidate,
      String group,
      long clients,
      Estimate approved,
      Estimate recall,
      Estimate goodRefused,
      double predicted,
      double defaulted,
      double cost) {}
}
