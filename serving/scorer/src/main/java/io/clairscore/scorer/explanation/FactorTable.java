package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Sorts the features of a model into factors, anew for each client: what may not decide goes to the
 * barred ones, a feature of a history of which the client has nothing to that history, and every
 * other to its subject. Everything but the look at the vector is done once per model.
 */
final class FactorTable {
  static final int BARRED = 0;
  private static final String PAST = "previous_application";
  private static final String REPAYMENT = "repayment";
  private static final List<String> REPAYMENTS =
      List.of("POS_CASH_balance", "installments_payments");

  /** A category of which the model knows a value that may not decide. */
  private record Revealing(int[] barred, int[] told) {}

  private final Map<Factor, Integer> numbers = new LinkedHashMap<>();
  private final List<Factor> factors = new ArrayList<>();
  private final List<Feature> features;
  private final int[] ofValue;
  private final Map<String, int[]> parts = new LinkedHashMap<>();
  private final Map<String, Integer> ofHistory = new LinkedHashMap<>();
  private final List<Revealing> revealing = new ArrayList<>();

  FactorTable(List<Feature> features, Topics topics) {
    this.features = features;
    number(Factor.BARRED);
    ofValue = features.stream().mapToInt(f -> f.decides() ? subject(f, topics) : BARRED).toArray();
    for (Feature feature : features) {
      Topics.history(feature).ifPresent(name -> witnessed(name, feature.group()));
      Topics.subset(feature).ifPresent(name -> parts.computeIfAbsent(name, this::members));
    }
    parts.keySet().removeIf(this::unwitnessed);
    ofHistory.keySet().removeIf(name -> !parts.containsKey(name));
    if (parts.keySet().containsAll(REPAYMENTS)) {
      BusinessGroup group = factors.get(ofHistory.get(REPAYMENTS.get(0))).businessGroup();
      ofHistory.put(REPAYMENT, number(new Factor(REPAYMENT, Factor.Kind.HISTORY, group)));
    }
    features.stream().map(Topics::quantity).distinct().forEach(this::findRevealing);
  }

  private int subject(Feature feature, Topics topics) {
    return number(new Factor(topics.subject(feature), Factor.Kind.SUBJECT, feature.group()));
  }

  private void witnessed(String history, BusinessGroup group) {
    parts.computeIfAbsent(history, this::members);
    ofHistory.computeIfAbsent(
        history, name -> number(new Factor(name, Factor.Kind.HISTORY, group)));
  }

  /** The features about a history, or about a part of one. */
  private int[] members(String part) {
    return positions(
        feature ->
            Topics.history(feature).filter(part::equals).isPresent()
                || Topics.subset(feature).filter(part::equals).isPresent());
  }

  private int[] positions(Predicate<Feature> kept) {
    return IntStream.range(0, features.size()).filter(i -> kept.test(features.get(i))).toArray();
  }

  /** Without a witness nobody knows whether the rows are missing, or only what is summed up. */
  private boolean unwitnessed(String part) {
    return Arrays.stream(parts.get(part)).noneMatch(i -> Topics.witnesses(features.get(i), part));
  }

  private void findRevealing(String column) {
    int[] indicators =
        positions(
            f -> f.measure() instanceof Measure.Indicator && Topics.quantity(f).equals(column));
    int[] barred = Arrays.stream(indicators).filter(i -> Topics.reveals(features.get(i))).toArray();
    if (barred.length > 0) {
      revealing.add(
          new Revealing(
              barred, Arrays.stream(indicators).filter(i -> ofValue[i] != BARRED).toArray()));
    }
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

  /** The features of a history or of a part of one. */
  Optional<int[]> about(String part) {
    return Optional.ofNullable(parts.get(part));
  }

  /** The number of the factor of each feature, for this client. */
  int[] assign(float[] vector) {
    int[] assigned = ofValue.clone();
    for (Map.Entry<String, Integer> history : absent(vector).entrySet()) {
      for (int i : members(history)) {
        assigned[i] = ofValue[i] == BARRED ? BARRED : history.getValue();
      }
    }
    for (Revealing category : revealing) {
      // Of a client whose value may not be told, the other values tell it as well.
      if (Arrays.stream(category.barred).anyMatch(i -> vector[i] == 1)) {
        Arrays.stream(category.told).forEach(i -> assigned[i] = BARRED);
      }
    }
    return assigned;
  }

  private int[] members(Map.Entry<String, Integer> history) {
    return parts.get(history.getKey());
  }

  /** The histories of which the client has nothing, each with the factor that tells it. */
  private Map<String, Integer> absent(float[] vector) {
    Map<String, Integer> absent = new LinkedHashMap<>();
    ofHistory.forEach(
        (name, factor) -> {
          if (parts.containsKey(name) && isAbsent(name, vector)) {
            absent.put(name, factor);
          }
        });
    if (absent.containsKey(PAST)) {
      // Who never applied has neither repaid nor had a card: that is one absence, not four.
      Topics.IN_HOUSE.forEach(name -> absent.replace(name, ofHistory.get(PAST)));
    } else if (absent.keySet().containsAll(REPAYMENTS)) {
      REPAYMENTS.forEach(name -> absent.put(name, ofHistory.get(REPAYMENT)));
    }
    return absent;
  }

  /** Whether the client has nothing of a history, or of a part of one. */
  boolean isAbsent(String part, float[] vector) {
    int[] members = parts.get(part);
    return members != null && Arrays.stream(members).allMatch(i -> Float.isNaN(vector[i]));
  }

  /** What is absent where the value of a feature is; nothing if nobody can say. */
  Optional<String> absence(int feature, int factor, float[] vector) {
    if (factors.get(factor).kind() == Factor.Kind.HISTORY) {
      return Optional.of(factors.get(factor).code());
    }
    Optional<String> part = Topics.subset(features.get(feature)).filter(p -> isAbsent(p, vector));
    return part.or(
        () ->
            Optional.of(Topics.source(features.get(feature)))
                .filter(s -> history(feature).isEmpty()));
  }

  private Optional<String> history(int feature) {
    return Topics.history(features.get(feature));
  }
}
