package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Reference;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Explains the scores of one bundle. Immutable and thread-safe. */
public final class Explainer {
  private final Manifest manifest;
  private final Reference reference;
  private final Scorer scorer;
  private final List<Feature> features;
  private final FactorTable table;
  private final ReasonLimits limits;

  private Explainer(Bundle bundle, List<Feature> features, ReasonLimits limits) {
    this.manifest = bundle.manifest();
    this.reference = bundle.reference();
    this.scorer = Scorer.of(bundle);
    this.features = features;
    this.table = new FactorTable(features, new Topics());
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

  /**
   * Explains one client.
   *
   * @param vector one value per feature in the order of {@link Manifest#features()}, NaN if missing
   * @throws IllegalArgumentException if the vector has another length or an infinite value
   */
  public Explanation explain(float[] vector, Remarks remarks) {
    Score score = scorer.score(vector);
    double[] contributions = scorer.contributions(vector);
    int basePoints =
        moves(contributions)
            ? manifest.points().of(contributions[vector.length])
            // Bias and margin may round to different points, and then nothing could explain it.
            : score.points();
    Factors factors =
        new Factors(
            table,
            features,
            vector,
            contributions,
            manifest.points().factor(),
            score.points() - basePoints);
    List<Integer> ranked = factors.ranked();
    List<Integer> adverse = told(factors, ranked, Direction.ADVERSE);
    List<Integer> favourable = told(factors, ranked, Direction.FAVOURABLE);
    int[] rounded = factors.pointsByFeature();
    int told = sum(factors, adverse) + sum(factors, favourable);
    int barred = factors.points(FactorTable.BARRED);
    return new Explanation(
        score,
        basePoints,
        manifest.points().of(manifest.threshold().margin()),
        featurePoints(vector, factors, rounded),
        groups(rounded),
        reasons(factors, adverse),
        reasons(factors, favourable),
        barred,
        score.points() - basePoints - told - barred,
        coverage(factors, adverse, favourable),
        reasons(factors, absences(factors, ranked)),
        reference.outcome(score.level()),
        remarks);
  }

  /** Whether any feature adds to the margin; the last contribution is the bias. */
  private static boolean moves(double[] contributions) {
    for (int i = 0; i < contributions.length - 1; i++) {
      if (contributions[i] != 0) {
        return true;
      }
    }
    return false;
  }

  private List<FeaturePoints> featurePoints(float[] vector, Factors factors, int[] rounded) {
    List<FeaturePoints> moving = new ArrayList<>();
    for (int i = 0; i < rounded.length; i++) {
      if (factors.moves(i)) {
        moving.add(new FeaturePoints(features.get(i), vector[i], rounded[i]));
      }
    }
    return moving;
  }

  private Map<BusinessGroup, Integer> groups(int[] rounded) {
    int[] sums = new int[BusinessGroup.values().length];
    for (int i = 0; i < rounded.length; i++) {
      sums[features.get(i).group().ordinal()] += rounded[i];
    }
    Map<BusinessGroup, Integer> groups = new EnumMap<>(BusinessGroup.class);
    for (BusinessGroup group : BusinessGroup.values()) {
      groups.put(group, sums[group.ordinal()]);
    }
    return groups;
  }

  /** The factors told in one direction, the strongest first. */
  private List<Integer> told(Factors factors, List<Integer> ranked, Direction direction) {
    int[] ofGroup = new int[BusinessGroup.values().length];
    List<Integer> told = new ArrayList<>();
    for (int i : ranked) {
      if (told.size() < limits.most() && Direction.of(factors.points(i)) == direction) {
        int group = factors.factor(i).businessGroup().ordinal();
        if (ofGroup[group] < limits.perGroup()) {
          ofGroup[group]++;
          told.add(i);
        }
      }
    }
    return told;
  }

  private List<Integer> absences(Factors factors, List<Integer> ranked) {
    return ranked.stream()
        .filter(i -> factors.factor(i).kind() == Factor.Kind.ABSENCE)
        .limit(limits.most())
        .toList();
  }

  private List<Reason> reasons(Factors factors, List<Integer> numbers) {
    return numbers.stream().map(i -> factors.reason(i, reference.features())).toList();
  }

  private static int sum(Factors factors, List<Integer> numbers) {
    return numbers.stream().mapToInt(factors::points).sum();
  }

  private static double coverage(Factors factors, List<Integer> adverse, List<Integer> favourable) {
    double told =
        Stream.concat(adverse.stream(), favourable.stream()).mapToDouble(factors::share).sum();
    return factors.moveAnything() ? Math.min(1, told) : 1;
  }
}
