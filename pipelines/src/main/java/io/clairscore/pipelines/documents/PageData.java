package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.RankedScores;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import java.util.List;

/**
 * What the page's script reads: the costs, and what each threshold of each model does.
 *
 * @param position sentence about a threshold, its slots open
 * @param models in the order of the page's options
 */
record PageData(
    double falseNegativeCost, double falsePositiveCost, String position, List<Model> models) {

  /** Clients of a part by outcome. */
  record Totals(long bad, long good) {
    private static Totals of(RankedScores scores) {
      Confusion refused = scores.at(Double.NEGATIVE_INFINITY);
      return new Totals(refused.defaults(), refused.good());
    }
  }

  /**
   * A model.
   *
   * @param places from the fewest refusals to the most, each as margin, probability, defaults
   *     refused and good clients refused of the folds, and the same two of the hold-out; the other
   *     counts follow from the totals
   * @param start the place shown first: the nearest one at or below its margin
   */
  record Model(Totals training, Totals holdOut, List<List<Number>> places, int start) {
    static Model of(ThresholdCurve curve, List<Place> places, Place start) {
      long above = places.stream().filter(place -> place.margin() > start.margin()).count();
      return new Model(
          Totals.of(curve.training()),
          Totals.of(curve.holdOut()),
          places.stream().map(Model::row).toList(),
          (int) Math.min(above, places.size() - 1));
    }

    private static List<Number> row(Place place) {
      return List.of(
          place.margin(),
          place.probability(),
          place.training().truePositives(),
          place.training().falsePositives(),
          place.holdOut().truePositives(),
          place.holdOut().falsePositives());
    }
  }

  static PageData of(BusinessConf costs, DocumentTexts texts, List<Model> models) {
    return new PageData(
        costs.falseNegativeCost(),
        costs.falsePositiveCost(),
        texts.pattern("page.position"),
        models);
  }
}
