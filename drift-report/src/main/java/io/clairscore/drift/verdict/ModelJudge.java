package io.clairscore.drift.verdict;

import io.clairscore.features.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Judges what drift does to scores. */
final class ModelJudge {
  /** A name no column has: the scores among the columns while p-values are adjusted. */
  static final String SCORE = "";

  private ModelJudge() {}

  static ModelVerdict of(ModelImpact impact, Measurement score, DriftOptions options) {
    return new ModelVerdict(
        score,
        RowJudge.severity(score, options.policy().with(RuleSet.CLAIRSCORE)),
        impact.referenceMean(),
        impact.currentMean(),
        terms(impact, options),
        impact.referenceRefusals(),
        impact.currentRefusals());
  }

  private static List<Term> terms(ModelImpact impact, DriftOptions options) {
    return impact.attribution().entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Double> term) -> -Math.abs(term.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(
            term ->
                new Term(
                    term.getKey(),
                    options
                        .labels()
                        .getOrDefault(term.getKey(), new Text(term.getKey(), term.getKey())),
                    term.getValue()))
        .toList();
  }
}
