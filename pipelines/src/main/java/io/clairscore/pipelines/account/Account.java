package io.clairscore.pipelines.account;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.Reliability;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is computed once of a run for all its documents.
 *
 * @param run what training left
 * @param curve every threshold of the served model
 * @param rules the thresholds worth comparing
 * @param grid places of the curve, the rules' among them, from the fewest refusals to the most
 * @param reliability of the probabilities on the hold-out
 * @param importance what the model looks at
 */
public record Account(
    TrainedRun run,
    ThresholdCurve curve,
    Map<ComparedThreshold, Place> rules,
    List<Place> grid,
    Reliability reliability,
    Importance importance) {

  public static Account of(TrainedRun run) {
    ThresholdCurve curve =
        ThresholdCurve.of(
            run.scores().training().clients(),
            run.scores().holdOut().clients(),
            run.manifest().calibration()::probability);
    Map<ComparedThreshold, Place> rules = new EnumMap<>(ComparedThreshold.class);
    for (ComparedThreshold rule : ComparedThreshold.values()) {
      rules.put(rule, rule.place(run, curve));
    }
    return new Account(
        run,
        curve,
        rules,
        curve.grid(rules.values().stream().mapToDouble(Place::margin)),
        Reliability.of(run.scores().holdOut()),
        Importance.of(run.bundle()));
  }

  public BusinessConf costs() {
    return run.costs();
  }

  public Place place(ComparedThreshold rule) {
    return rules.get(rule);
  }
}
