package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.clairscore.drift.json.FlatMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The limits behind every verdict.
 *
 * @param rules whose rules decide
 * @param limits of every statistic that has limits; given those that are not the standard ones
 * @param slightPart part of the moderate limit from which on a change is called slight
 * @param level false discoveries tolerated among what is called drift
 * @param topFeatures so many most important columns raise an alarm alone
 * @param importanceShare share of all importance that raises an alarm together
 * @param columnShare share of columns that raises an alarm (Evidently's rule)
 */
public record DriftPolicy(
    RuleSet rules,
    @JsonUnwrapped @JsonSerialize(using = FlatMap.class) Map<Statistic, Bands> limits,
    double slightPart,
    double level,
    int topFeatures,
    double importanceShare,
    double columnShare) {

  /** The policy of the reference this project follows, see the decision on drift rules. */
  public static final DriftPolicy STANDARD =
      new DriftPolicy(RuleSet.CLAIRSCORE, Map.of(), 0.5, 0.05, 10, 0.10, 0.50);

  public DriftPolicy {
    Map<Statistic, Bands> all = new EnumMap<>(Statistic.class);
    Statistic.limited().forEach(each -> all.put(each, each.standardLimits().orElseThrow()));
    if (!all.keySet().containsAll(limits.keySet())) {
      throw new IllegalArgumentException("Limits of " + limits.keySet() + ", some have none");
    }
    all.putAll(limits);
    limits = Collections.unmodifiableMap(all);
    share("slightPart", slightPart);
    share("level", level);
    share("importanceShare", importanceShare);
    share("columnShare", columnShare);
    if (topFeatures < 0) {
      throw new IllegalArgumentException("topFeatures is " + topFeatures + ", below 0");
    }
  }

  public DriftPolicy with(RuleSet others) {
    return new DriftPolicy(
        others, limits, slightPart, level, topFeatures, importanceShare, columnShare);
  }

  /** From where on a statistic is a reason. */
  public Bands limits(Statistic statistic) {
    return limits.get(statistic.judgedAs());
  }

  private static void share(String name, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " is " + share + ", not above 0 and at most 1");
    }
  }
}
