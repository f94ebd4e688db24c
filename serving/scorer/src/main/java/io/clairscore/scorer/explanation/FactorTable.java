package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts the features of a model into factors, anew for each client: a feature with a value goes to
 * its topic, a missing one to the source that is absent (the whole history, a part of it, or the
 * topic), and one that reads or reveals a protected characteristic to the barred ones. Everything
 * but the look at the vector is done once per model.
 */
final class FactorTable {
  static final int BARRED = 0;
  private static final int NONE = -1;

  /** A category of which each value is a feature of its own. */
  private record Indicators(int[] features, boolean[] revealing, int absent) {}

  private final Map<Factor, Integer> numbers = new LinkedHashMap<>();
  private final List<Factor> factors = new ArrayList<>();
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final int[] ofValue;
  private final int[] ofAbsence;
  private final int[] history;
  private final int[] subset;
  private final int[] ofSlot;
  private final boolean[] indicator;
  private final List<Indicators> indicators = new ArrayList<>();

  FactorTable(List<Feature> features, Topics topics) {
    number(Factor.BARRED);
    ofValue = new int[features.size()];
    ofAbsence = new int[features.size()];
    history = new int[features.size()];
    subset = new int[features.size()];
    indicator = new boolean[features.size()];
    Map<Integer, Integer> factorsOfSlots = new LinkedHashMap<>();
    Map<Integer, List<Integer>> categories = new LinkedHashMap<>();
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      indicator[i] = feature.measure() instanceof Measure.Indicator;
      boolean barred =
          feature.readsProtectedAttribute() || !indicator[i] && topics.reveals(feature);
      ofValue[i] = barred ? BARRED : number(value(feature, topics));
      ofAbsence[i] = barred ? BARRED : number(absence(feature, topics.source(feature)));
      history[i] = slot(Topics.history(feature), feature, factorsOfSlots);
      subset[i] = slot(Topics.subset(feature), feature, factorsOfSlots);
      if (indicator[i] && !barred) {
        categories.computeIfAbsent(ofValue[i], topic -> new ArrayList<>()).add(i);
      }
    }
    ofSlot = slots.values().stream().mapToInt(factorsOfSlots::get).toArray();
    categories.values().forEach(members -> indicators.add(indicators(members, features, topics)));
  }

  private Indicators indicators(List<Integer> members, List<Feature> features, Topics topics) {
    int[] positions = members.stream().mapToInt(Integer::intValue).toArray();
    boolean[] revealing = new boolean[positions.length];
    for (int i = 0; i < revealing.length; i++) {
      revealing[i] = topics.reveals(features.get(positions[i]));
    }
    return new Indicators(positions, revealing, ofAbsence[positions[0]]);
  }

  private static Factor value(Feature feature, Topics topics) {
    return new Factor(topics.topic(feature), Factor.Kind.VALUE, feature.group());
  }

  private static Factor absence(Feature feature, String source) {
    return new Factor(source, Factor.Kind.ABSENCE, feature.group());
  }

  private int slot(Optional<String> name, Feature feature, Map<Integer, Integer> factorsOfSlots) {
    if (name.isEmpty()) {
      return NONE;
    }
    int slot = slots.computeIfAbsent(name.get(), added -> slots.size());
    factorsOfSlots.computeIfAbsent(slot, added -> number(absence(feature, name.get())));
    return slot;
  }

  private int number(Factor factor) {
    return numbers.computeIfAbsent(
        factor,
        added -> {
          factors.add(added);
          return factors.size() - 1;
        });
  }

  List<Factor> factors() {
    return factors;
  }

  /** Whether a feature stands for one value of a category. */
  boolean indicates(int feature) {
    return indicator[feature];
  }

  /** The number of the factor of each feature, for this client. */
  int[] assign(float[] vector) {
    boolean[] present = present(vector);
    int[] assigned = new int[vector.length];
    for (int i = 0; i < vector.length; i++) {
      assigned[i] = Float.isNaN(vector[i]) ? absence(i, present) : ofValue[i];
    }
    for (Indicators category : indicators) {
      int move = moved(category, vector);
      if (move != NONE) {
        for (int feature : category.features) {
          assigned[feature] = move;
        }
      }
    }
    return assigned;
  }

  /** Whether the client has anything of each history and part of one. */
  private boolean[] present(float[] vector) {
    boolean[] present = new boolean[ofSlot.length];
    for (int i = 0; i < vector.length; i++) {
      if (!Float.isNaN(vector[i])) {
        if (history[i] != NONE) {
          present[history[i]] = true;
        }
        if (subset[i] != NONE) {
          present[subset[i]] = true;
        }
      }
    }
    return present;
  }

  private int absence(int feature, boolean[] present) {
    if (ofValue[feature] == BARRED) {
      return BARRED;
    }
    if (history[feature] != NONE && !present[history[feature]]) {
      return ofSlot[history[feature]];
    }
    if (subset[feature] != NONE && !present[subset[feature]]) {
      return ofSlot[subset[feature]];
    }
    return ofAbsence[feature];
  }

  /** Where the features of a category go instead of to its topic, if anywhere. */
  private static int moved(Indicators category, float[] vector) {
    for (int i = 0; i < category.features.length; i++) {
      if (vector[category.features[i]] == 1) {
        return category.revealing[i] ? BARRED : NONE;
      }
    }
    return category.absent;
  }
}
