package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.EstimatedFigure;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.OutcomeFigure;
import java.util.ArrayList;
import java.util.List;

/** Judges what the change does to the decisions of the model that was asked. */
final class DecisionJudge {
  private final DriftPolicy policy;
  private final DecisionLimits limits;

  DecisionJudge(DriftPolicy policy) {
    this.policy = policy;
    this.limits = policy.decisions();
  }

  /** What became of the decisions, by the reasons there are. */
  static DecisionShift shift(ModelVerdict model, List<AlarmReason> reasons) {
    if (reasons.stream().anyMatch(AlarmReason::retrain)) {
      return DecisionShift.OUTDATED;
    }
    if (!reasons.isEmpty()) {
      return DecisionShift.MOVED;
    }
    return model.scoreSeverity() == Severity.INCONCLUSIVE
        ? DecisionShift.INCONCLUSIVE
        : DecisionShift.UNMOVED;
  }

  /** Every limit that is passed. */
  List<AlarmReason> reasons(ModelVerdict model, List<DriftRow> rows, Meaning meaning) {
    List<AlarmReason> reasons = new ArrayList<>();
    if (model.scoreSeverity().drifted()) {
      double psi = model.score().statistics().of(Statistic.PSI);
      reasons.add(
          AlarmReason.of(
              Cause.SCORE_PSI,
              Double.NaN,
              psi,
              limits.scorePsi().moderate(),
              psi >= limits.scorePsi().strong()));
    }
    reasons.addAll(refusals(model, meaning));
    meaning.performance().figure(OutcomeFigure.COST_PER_CLIENT).ifPresent(of -> cost(of, reasons));
    for (DriftRow row : rows) {
      boolean important = row.rank() > 0 && row.rank() <= policy.topFeatures();
      if (important && row.severity().drifted() && Math.abs(row.effect()) >= limits.meanScore()) {
        reasons.add(
            AlarmReason.of(
                Cause.MEAN_SCORE,
                row.name(),
                List.of(row.label()),
                Double.NaN,
                row.effect(),
                limits.meanScore()));
      }
    }
    return reasons;
  }

  List<AlarmReason> refusals(ModelVerdict model, Meaning meaning) {
    return new RefusalJudge(policy).reasons(model, meaning.segments());
  }

  private void cost(EstimatedFigure cost, List<AlarmReason> reasons) {
    double margin = limits.costMargins() * cost.margin();
    if (cost.change() > margin) {
      reasons.add(
          AlarmReason.of(
              Cause.COST,
              cost.realised().value(),
              cost.estimated(),
              cost.realised().value() + margin,
              true));
    }
  }
}
