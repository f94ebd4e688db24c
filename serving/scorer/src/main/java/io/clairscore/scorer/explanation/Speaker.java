package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Measure;
import io.clairscore.scorer.Bundle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what is said for each factor of one client: of the features that move it in its direction
 * the strongest whose comparison explains the direction, or else the strongest that can be said
 * without pointing the other way, or else the strongest that can be said. What is absent is told
 * once.
 */
final class Speaker {
  /** A weaker one does not speak for a factor instead of its strongest, comparison or not. */
  private static final double WEAKEST = 0.25;

  /** What is needed of a model, once for all clients. */
  record Means(
      List<Feature> features, FactorTable table, Sayings sayings, Comparisons comparisons) {
    static Means of(Bundle bundle, List<Feature> features) {
      return new Means(
          features,
          new FactorTable(features, new Topics()),
          new Sayings(),
          new Comparisons(bundle, features));
    }
  }

  /** Something that could be said. */
  private record Fact(int feature, String absence, Comparison comparison) {}

  private final Means means;
  private final Factors factors;
  private final float[] vector;
  private final double pointsPerMargin;
  private final Set<String> toldAbsences = new HashSet<>();

  Speaker(Means means, Factors factors, float[] vector, double pointsPerMargin) {
    this.means = means;
    this.factors = factors;
    this.vector = vector;
    this.pointsPerMargin = pointsPerMargin;
  }

  /** The reason a factor gives; what it tells to be absent is not told again. */
  Reason reason(int factor) {
    Optional<Fact> fact = fact(factor);
    fact.map(Fact::absence).ifPresent(toldAbsences::add);
    fact.flatMap(said -> nothingOf(said.feature)).ifPresent(toldAbsences::add);
    int feature = fact.map(Fact::feature).orElseGet(() -> factors.movers(factor).get(0));
    return new Reason(
        factors.factor(factor),
        means.features.get(feature),
        vector[feature],
        fact.map(Fact::absence).orElse(null),
        fact.isPresent(),
        factors.points(factor),
        -factors.exact(factor) / pointsPerMargin,
        factors.share(factor),
        Math.max(0, factors.moving(factor) - 1),
        fact.map(Fact::comparison).orElse(null));
  }

  private Optional<Fact> fact(int factor) {
    Direction direction = Direction.of(factors.exact(factor));
    Fact plain = null;
    Fact misleading = null;
    double least = 0;
    for (int mover : factors.movers(factor)) {
      double weight = Math.abs(factors.exactOf(mover));
      if (weight < least) {
        break;
      }
      Fact fact = fact(factor, spokesman(mover), direction).orElse(null);
      if (fact == null) {
        continue;
      }
      least = Math.max(least, WEAKEST * weight);
      if (fact.comparison != null) {
        return Optional.of(fact);
      }
      if (misleads(fact, direction)) {
        misleading = misleading == null ? fact : misleading;
      } else {
        plain = plain == null ? fact : plain;
      }
    }
    return Optional.ofNullable(plain == null ? misleading : plain);
  }

  private boolean misleads(Fact fact, Direction direction) {
    return fact.absence == null && means.comparisons.misleads(fact.feature, vector, direction);
  }

  private Optional<Fact> fact(int factor, int feature, Direction direction) {
    if (!Float.isNaN(vector[feature])) {
      boolean told = nothingOf(feature).filter(toldAbsences::contains).isPresent();
      return told || means.sayings.of(means.features.get(feature), vector[feature]).isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Fact(
                  feature, null, means.comparisons.value(feature, vector, direction).orElse(null)));
    }
    return means
        .table
        .absence(feature, factor, vector)
        .filter(source -> !toldAbsences.contains(source) && means.sayings.of(source).isPresent())
        .map(source -> new Fact(feature, source, absence(source, feature, direction)));
  }

  private Comparison absence(String source, int feature, Direction direction) {
    int[] about = means.table.about(source).orElse(new int[] {feature});
    return means.comparisons.absence(about, direction).orElse(null);
  }

  /** Of a category the value that the client has speaks, if the model knows it. */
  private int spokesman(int feature) {
    Feature found = means.features.get(feature);
    if (found.measure() instanceof Measure.Indicator && vector[feature] == 0) {
      for (int i = 0; i < vector.length; i++) {
        Feature other = means.features.get(i);
        if (vector[i] == 1
            && other.decides()
            && other.measure() instanceof Measure.Indicator
            && Topics.quantity(other).equals(Topics.quantity(found))) {
          return i;
        }
      }
    }
    return feature;
  }

  /** "None of them was refused" is the absence of refused ones, told with a value. */
  private Optional<String> nothingOf(int feature) {
    Feature found = means.features.get(feature);
    return vector[feature] == 0 && found.measure() instanceof Measure.Share
        ? found.category().map(Category::value).map(v -> Topics.table(found) + ":" + v)
        : Optional.empty();
  }
}
