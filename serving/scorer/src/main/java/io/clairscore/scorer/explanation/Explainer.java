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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
                        .orElseThrow(() -> ExplanationErrors.unknownFeature(name)))
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
    int basePoints = manifest.points().of(contributions[vector.length]);
    Factors factors =
        new Factors(
            table,
            features,
            vector,
            contributions,
            manifest.points().factor(),
            score.points() - basePoints);
    List<Integer> adverse = told(factors, Direction.ADVERSE);
    List<Integer> favourable = told(factors, Direction.FAVOURABLE);
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
        reasons(factors, absences(factors)),
        reference.outcome(score.level()),
        remarks);
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
    Map<BusinessGroup, Integer> groups = new EnumMap<>(BusinessGroup.class);
    for (BusinessGroup group : BusinessGroup.values()) {
      groups.put(group, 0);
    }
    for (int i = 0; i < rounded.length; i++) {
      groups.merge(features.get(i).group(), rounded[i], Integer::sum);
    }
    return groups;
  }

  /** The factors told in one direction, the strongest first; a factor of no point is not told. */
  private List<Integer> told(Factors factors, Direction direction) {
    Map<BusinessGroup, Integer> ofGroup = new EnumMap<>(BusinessGroup.class);
    return ranked(factors)
        .filter(i -> factors.points(i) != 0 && Direction.of(factors.points(i)) == direction)
        .filter(
            i ->
                ofGroup.merge(factors.factor(i).businessGroup(), 1, Integer::sum)
                    <= limits.perGroup())
        .limit(limits.most())
        .toList();
  }

  private List<Integer> absences(Factors factors) {
    return ranked(factors)
        .filter(i -> factors.factor(i).kind() == Factor.Kind.ABSENCE && factors.points(i) != 0)
        .limit(limits.most())
        .toList();
  }

  private static Stream<Integer> ranked(Factors factors) {
    return IntStream.range(0, factors.size())
        .filter(i -> factors.exact(i) != 0 && factors.factor(i).tellable())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(factors.exact(i))));
  }

  private List<Reason> reasons(Factors factors, List<Integer> numbers) {
    return numbers.stream().map(i -> factors.reason(i, reference.features())).toList();
  }

  private static int sum(Factors factors, List<Integer> numbers) {
    return numbers.stream().mapToInt(factors::points).sum();
  }

  private static double coverage(Factors factors, List<Integer> adverse, List<Integer> favourable) {
    boolean nothingMoves = IntStream.range(0, factors.size()).allMatch(i -> factors.exact(i) == 0);
    double told =
        IntStream.concat(
                adverse.stream().mapToInt(Integer::intValue),
                favourable.stream().mapToInt(Integer::intValue))
            .mapToDouble(factors::share)
            .sum();
    return nothingMoves ? 1 : Math.min(1, told);
  }
}
