package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Reference;
import io.clairscore.scorer.RiskRange;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Explains the scores of one bundle against its accepted reference clients: points count from their
 * mean score, and values are compared with theirs. Immutable and thread-safe.
 */
public final class Explainer {
  private final Manifest manifest;
  private final Reference reference;
  private final Scorer scorer;
  private final double[] accepted;
  private final List<Feature> features;
  private final Speaker.Means means;
  private final ReasonLimits limits;

  private Explainer(Explainer other, ReasonLimits limits) {
    this.manifest = other.manifest;
    this.reference = other.reference;
    this.scorer = other.scorer;
    this.features = other.features;
    this.accepted = other.accepted;
    this.means = other.means;
    this.limits = limits;
  }

  private Explainer(Bundle bundle, List<Feature> features, ReasonLimits limits) {
    this.manifest = bundle.manifest();
    this.reference = bundle.reference();
    this.scorer = Scorer.of(bundle);
    this.features = features;
    this.accepted =
        reference.features().stream()
            .mapToDouble(FeatureReference::meanContributionAccepted)
            .toArray();
    this.means = Speaker.Means.of(bundle, features);
    this.limits = limits;
  }

  /**
   * An explainer for a bundle.
   *
   * @param catalogue what the features of the bundle are; it may hold others as well
   * @throws IllegalArgumentException if the bundle has a feature the catalogue does not know: of
   *     such a feature nobody could say whether it may be a reason
   */
  public static Explainer of(Bundle bundle, Catalogue catalogue, ReasonLimits limits) {
    List<Feature> features =
        bundle.manifest().features().stream()
            .map(
                name ->
                    catalogue
                        .feature(name)
                        .orElseThrow(
                            () -> new IllegalArgumentException("No feature is called " + name)))
            .toList();
    return new Explainer(bundle, features, limits);
  }

  /** The same explainer, which tells more or less. */
  Explainer with(ReasonLimits others) {
    return new Explainer(this, others);
  }

  /**
   * Explains one client.
   *
   * @param vector one value per feature in the order of {@link Manifest#features()}, NaN if missing
   * @throws IllegalArgumentException if the vector has another length or an infinite value
   */
  public Explanation explain(float[] vector, Remarks remarks) {
    Score score = scorer.score(vector);
    double[] contributions = scorer.contributions(vector);
    double factor = manifest.points().factor();
    double[] exact = new double[vector.length];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = -factor * (contributions[i] - accepted[i]);
    }
    int basePoints =
        Arrays.stream(exact).anyMatch(points -> points != 0)
            ? manifest.points().of(contributions[vector.length] + Arrays.stream(accepted).sum())
            // Base and margin may round to different points, and then nothing could explain it.
            : score.points();
    Factors factors = new Factors(means.table(), vector, exact, score.points() - basePoints);
    List<Theme> themes = themes(factors, new Speaker(means, factors, vector, factor));
    double told =
        themes.stream().flatMap(t -> t.reasons().stream()).mapToDouble(Reason::share).sum();
    return new Explanation(
        score,
        basePoints,
        manifest.points().of(manifest.threshold().margin()),
        featurePoints(vector, factors),
        themes,
        factors.barredPoints(),
        factors.moveAnything() ? Math.min(1, told) : 1,
        RiskRange.of(score.level(), manifest),
        reference.outcome(score.level()),
        remarks);
  }

  private List<FeaturePoints> featurePoints(float[] vector, Factors factors) {
    int[] rounded = factors.pointsByFeature();
    List<FeaturePoints> moving = new ArrayList<>();
    for (int i = 0; i < rounded.length; i++) {
      if (factors.moves(i)) {
        moving.add(new FeaturePoints(features.get(i), vector[i], rounded[i]));
      }
    }
    return moving;
  }

  /** The themes, the heaviest first, with reasons until enough of the score is told. */
  private List<Theme> themes(Factors factors, Speaker speaker) {
    int[] ofDirection = new int[Direction.values().length];
    double told = 0;
    List<Theme> themes = new ArrayList<>();
    for (BusinessGroup group : factors.themes()) {
      int direction = factors.direction(group).ordinal();
      List<Reason> reasons = List.of();
      // One of each direction is told whatever its weight: nobody hears that nothing counts for
      // them.
      boolean first = ofDirection[direction] == 0 && factors.points(group) != 0;
      boolean wanted = told < limits.coverage() || first;
      if (wanted && ofDirection[direction] < limits.themes()) {
        reasons = told(group, factors).stream().map(speaker::reason).toList();
        ofDirection[direction] += reasons.isEmpty() ? 0 : 1;
        told += reasons.stream().mapToDouble(Reason::share).sum();
      }
      themes.add(new Theme(group, factors.points(group), factors.share(group), reasons));
    }
    return themes;
  }

  /** The factors told of a theme: the strongest in its direction, then the strongest left. */
  private List<Integer> told(BusinessGroup group, Factors factors) {
    List<Integer> left = new ArrayList<>(factors.of(group));
    List<Integer> told = new ArrayList<>();
    left.stream()
        .filter(f -> Direction.of(factors.exact(f)) == factors.direction(group))
        .findFirst()
        .ifPresent(told::add);
    left.removeAll(told);
    left.stream().limit(limits.perTheme() - told.size()).forEach(told::add);
    return told;
  }
}
