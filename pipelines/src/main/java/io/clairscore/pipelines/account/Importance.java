package io.clairscore.pipelines.account;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The global weight of features and business groups, in points.
 *
 * @param features the heaviest first
 */
public record Importance(List<Weight> features) {

  /**
   * A feature's mean absolute contribution.
   *
   * @param group its business group; none for a feature the catalogue does not know
   */
  public record Weight(
      String name, Optional<BusinessGroup> group, boolean readsProtected, double points) {

    /** Its label, or its name where the catalogue has none. */
    public String label(Language language) {
      return FeatureTexts.core().label(name).in(language);
    }
  }

  public static Importance of(Bundle bundle) {
    double factor = bundle.manifest().points().factor();
    return new Importance(
        bundle.reference().features().stream()
            .map(feature -> weight(feature, factor))
            .sorted(Comparator.comparingDouble(Weight::points).reversed())
            .toList());
  }

  private static Weight weight(FeatureReference reference, double factor) {
    Optional<Feature> feature = Catalogue.core().feature(reference.name());
    return new Weight(
        reference.name(),
        feature.map(Feature::group),
        feature.map(Feature::readsProtectedAttribute).orElse(false),
        factor * reference.meanAbsoluteContribution());
  }

  public double total() {
    return features.stream().mapToDouble(Weight::points).sum();
  }

  public long protectedCount() {
    return features.stream().filter(Weight::readsProtected).count();
  }

  /** Share of the total that features with a protected attribute carry; NaN without any weight. */
  public double protectedShare() {
    return features.stream().filter(Weight::readsProtected).mapToDouble(Weight::points).sum()
        / total();
  }

  /** Sums by business group, the heaviest first. */
  public Map<Optional<BusinessGroup>, Double> groups() {
    Map<Optional<BusinessGroup>, Double> sums = new LinkedHashMap<>();
    features.forEach(weight -> sums.merge(weight.group(), weight.points(), Double::sum));
    Map<Optional<BusinessGroup>, Double> sorted = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(Map.Entry.<Optional<BusinessGroup>, Double>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
