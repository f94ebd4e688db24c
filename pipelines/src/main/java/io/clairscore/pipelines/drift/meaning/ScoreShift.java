package io.clairscore.pipelines.drift.meaning;

import io.clairscore.drift.verdict.ModelImpact;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.drift.scan.ScoreTally;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Points;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the scores of two populations differ, and by which features. Contributions add up to margins
 * and points are affine in them, so the difference of mean contributions, in points, adds up to the
 * shift of the mean score. If only some clients are explained, one more term is what these differ
 * from all.
 */
public final class ScoreShift {
  /** The term of what the explained clients do not say of all. */
  public static final String REMAINDER = "(remainder)";

  /** Its label. */
  public static final Text REMAINDER_LABEL =
      new Text("Clients non expliqués (échantillonnage)", "Clients not explained (sampling)");

  private final Bundle bundle;
  private final ScoreTally reference;
  private final ScoreTally current;

  public ScoreShift(Bundle bundle, ScoreTally reference, ScoreTally current) {
    this.bundle = bundle;
    this.reference = reference;
    this.current = current;
  }

  public ModelImpact impact() {
    Map<String, Double> terms = new LinkedHashMap<>();
    double[] before = means(reference);
    double[] after = means(current);
    List<String> features = bundle.manifest().features();
    for (int i = 0; i < features.size(); i++) {
      terms.put(features.get(i), -points().factor() * (after[i] - before[i]));
    }
    double referenceMean = mean(reference);
    double currentMean = mean(current);
    if (!explainsAll()) {
      double explained = terms.values().stream().mapToDouble(Double::doubleValue).sum();
      terms.put(REMAINDER, currentMean - referenceMean - explained);
    }
    return new ModelImpact(
        reference.points(),
        current.points(),
        referenceMean,
        currentMean,
        terms,
        refusals(reference),
        refusals(current));
  }

  static double refusals(ScoreTally tally) {
    return (double) tally.refused() / tally.clients();
  }

  private boolean explainsAll() {
    return reference.explained() == reference.clients() && current.explained() == current.clients();
  }

  /** Points before rounding; from contributions if there are all, to which their terms add up. */
  private double mean(ScoreTally tally) {
    double margin = tally.margins() / tally.clients();
    if (explainsAll()) {
      margin = 0;
      for (double contribution : means(tally)) {
        margin += contribution;
      }
    }
    return points().exact(margin);
  }

  private static double[] means(ScoreTally tally) {
    double[] means = tally.contributions().clone();
    for (int i = 0; i < means.length; i++) {
      means[i] = tally.explained() == 0 ? 0 : means[i] / tally.explained();
    }
    return means;
  }

  private Points points() {
    return bundle.manifest().points();
  }
}
