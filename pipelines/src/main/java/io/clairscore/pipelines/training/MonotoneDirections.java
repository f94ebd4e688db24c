package io.clairscore.pipelines.training;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.MonotoneConf;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The direction in which the risk may move along each feature of a vector, as XGBoost's
 * monotone_constraints: 1 rising, -1 falling, 0 either.
 *
 * @param signs one per feature; empty where no feature is bound
 */
public record MonotoneDirections(List<Integer> signs) {
  /** Every feature is free. */
  public static final MonotoneDirections FREE = new MonotoneDirections(List.of());

  public MonotoneDirections {
    signs = List.copyOf(signs);
  }

  /** The directions {@code train} keeps to. */
  static MonotoneDirections enforced(MonotoneConf conf, List<String> features) {
    return conf.enforced() ? of(conf, features) : FREE;
  }

  /**
   * The configured directions of these features.
   *
   * @throws Refusal if a name is none of the features
   */
  public static MonotoneDirections of(MonotoneConf conf, List<String> features) {
    for (List<String> names : List.of(conf.rising(), conf.falling())) {
      for (String name : names) {
        if (!features.contains(name)) {
          throw TrainErrors.unknownMonotoneFeature(name);
        }
      }
    }
    return new MonotoneDirections(
        features.stream()
            .map(name -> conf.rising().contains(name) ? 1 : conf.falling().contains(name) ? -1 : 0)
            .toList());
  }

  /** How many features are bound, for the record. */
  public String bound() {
    return String.format(Locale.ROOT, "%d", signs.stream().filter(sign -> sign != 0).count());
  }

  /** Those of some of the features. */
  MonotoneDirections of(Shown shown) {
    return free() ? FREE : new MonotoneDirections(shown.of(signs));
  }

  boolean free() {
    return signs.isEmpty();
  }

  /** As XGBoost reads it, such as (1,0,-1). */
  String constraints() {
    return signs.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
  }
}
