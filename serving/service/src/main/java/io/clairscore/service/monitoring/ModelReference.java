package io.clairscore.service.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.drift.meaning.Interval;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Threshold;
import io.clairscore.scorer.published.FeatureProfile;
import io.clairscore.service.model.ServedModel;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of a model from before it answered: with this, what it answers is compared.
 *
 * @param run run that trained it
 * @param threshold where it refuses, and what errors cost
 * @param levels training clients by level, each scored by a model that had not seen the client
 * @param chosen features that are watched, by name, with their place in the vector
 * @param profiles how the chosen features lie in the published population; none if the file cannot
 *     be read
 * @param heldOut figures measured on the clients that training kept apart
 * @param heldOutClients how many they were, 0 if that is unknown
 */
record ModelReference(
    String run,
    Threshold threshold,
    Map<Level, Long> levels,
    Map<String, Integer> chosen,
    Map<String, FeatureProfile> profiles,
    Map<OutcomeFigure, Interval> heldOut,
    long heldOutClients) {

  /**
   * The reference of a served model.
   *
   * @param features features to watch; those with most weight in the model, if none are given
   * @param most how many of these
   */
  static ModelReference of(ServedModel model, List<String> features, int most) {
    Bundle bundle = model.bundle();
    Map<String, Integer> chosen = chosen(bundle, features, most);
    Manifest manifest = bundle.manifest();
    return new ModelReference(
        model.run(),
        manifest.threshold(),
        bundle.reference().levels().stream()
            .collect(
                Collectors.toMap(
                    outcome -> outcome.level(),
                    outcome -> outcome.clients(),
                    (a, b) -> a,
                    () -> new EnumMap<>(Level.class))),
        chosen,
        profiles(model, chosen),
        heldOut(manifest),
        manifest.metrics().path("holdOutClients").asLong());
  }

  private static Map<String, Integer> chosen(Bundle bundle, List<String> features, int most) {
    List<String> names = bundle.manifest().features();
    List<String> wanted =
        features.isEmpty()
            ? bundle.reference().features().stream()
                .sorted(
                    Comparator.comparingDouble(FeatureReference::meanAbsoluteContribution)
                        .reversed())
                .map(FeatureReference::name)
                .limit(most)
                .toList()
            : features;
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (String name : wanted) {
      if (names.contains(name)) {
        chosen.put(name, names.indexOf(name));
      }
    }
    return chosen;
  }

  private static Map<String, FeatureProfile> profiles(
      ServedModel model, Map<String, Integer> chosen) {
    try {
      return ServedModel.reading(model.files()::profiles).stream()
          .filter(profile -> chosen.containsKey(profile.feature()))
          .collect(Collectors.toMap(FeatureProfile::feature, Function.identity()));
    } catch (Refusal unread) {
      return Map.of();
    }
  }

  /** The names are those of training's figures in the bundle. */
  private static Map<OutcomeFigure, Interval> heldOut(Manifest manifest) {
    JsonNode measured = manifest.metrics().path("holdOut");
    Map<OutcomeFigure, Interval> figures = new TreeMap<>();
    for (OutcomeFigure figure : OutcomeFigure.values()) {
      // If all are accepted, each default costs the same and nobody else costs anything.
      boolean ofDefaults = figure == OutcomeFigure.DEFAULT_RATE;
      double unit = ofDefaults ? manifest.threshold().falseNegativeCost() : 1;
      JsonNode found = measured.path(ofDefaults ? "ACCEPT_ALL_COST" : figure.name());
      if (found.path("value").isNumber()
          && found.path("low").isNumber()
          && found.path("high").isNumber()) {
        double value = found.get("value").asDouble();
        // A percentile interval need not hold the value it is about.
        figures.put(
            figure,
            new Interval(
                    value,
                    Math.min(value, found.get("low").asDouble()),
                    Math.max(value, found.get("high").asDouble()))
                .dividedBy(unit));
      }
    }
    return figures;
  }

  Optional<FeatureProfile> profile(String feature) {
    return Optional.ofNullable(profiles.get(feature));
  }
}
