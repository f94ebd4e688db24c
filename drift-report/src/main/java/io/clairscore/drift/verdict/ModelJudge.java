package io.clairscore.drift.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Judges what drift does to scores. */
final class ModelJudge {
  /** A name no column has: the scores among the columns while p-values are adjusted. */
  static final String SCORE = "";

  private ModelJudge() {}

  static ModelVerdict of(ModelImpact impact, Measurement measured, DriftOptions options) {
    Measurement score = ofPsi(measured, options.policy());
    return new ModelVerdict(
        score,
        RowJudge.severity(score, options.policy().with(RuleSet.CLAIRSCORE)),
        impact.referenceMean(),
        impact.currentMean(),
        terms(impact, options),
        impact.referenceRefusals(),
        impact.currentRefusals());
  }

  /** Of scores the index alone decides, by limits of its own. */
  private static Measurement ofPsi(Measurement score, DriftPolicy policy) {
    return score.with(
        score.checks().stream()
            .filter(check -> check.measure() == Statistic.PSI)
            .map(check -> check.with(policy.decisions().scorePsi()))
            .map(check -> check.judged(check.qValue(), policy))
            .toList());
  }

  private static List<Term> terms(ModelImpact impact, DriftOptions options) {
    return impact.attribution().entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Double> term) -> -Math.abs(term.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(term -> new Term(term.getKey(), options.words().label(term.getKey()), term.getValue()))
        .toList();
  }
}
