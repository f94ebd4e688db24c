package io.clairscore.pipelines.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.RankedScores;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import java.util.List;

/**
 * What the page's script reads: the costs, and for each model its places as arrays of margin,
 * probability, defaults refused and good clients refused of the folds, and the same two of the
 * hold-out. The other counts follow from the totals.
 */
final class PageData {
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  PageData(BusinessConf costs, DocumentTexts texts) {
    root.put("falseNegativeCost", costs.falseNegativeCost())
        .put("falsePositiveCost", costs.falsePositiveCost())
        .put("position", texts.pattern("page.position"))
        .putArray("models");
  }

  /**
   * Adds a model.
   *
   * @param places from the fewest refusals to the most
   * @param start the place shown first: the nearest one at or below its margin
   */
  void model(ThresholdCurve curve, List<Place> places, Place start) {
    ObjectNode model = root.withArray("models").addObject();
    totals(model.putObject("training"), curve.training());
    totals(model.putObject("holdOut"), curve.holdOut());
    ArrayNode rows = model.putArray("places");
    int first = 0;
    for (Place place : places) {
      if (place.margin() > start.margin()) {
        first++;
      }
      rows.addArray()
          .add(place.margin())
          .add(place.probability())
          .add(place.training().truePositives())
          .add(place.training().falsePositives())
          .add(place.holdOut().truePositives())
          .add(place.holdOut().falsePositives());
    }
    model.put("start", Math.min(first, places.size() - 1));
  }

  private static void totals(ObjectNode node, RankedScores scores) {
    Confusion refused = scores.at(Double.NEGATIVE_INFINITY);
    node.put("bad", refused.defaults()).put("good", refused.good());
  }

  String json() {
    return root.toString();
  }
}
