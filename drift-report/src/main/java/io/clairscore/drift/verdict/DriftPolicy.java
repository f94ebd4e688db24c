package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.clairscore.drift.json.FlatMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The limits behind every verdict.
 *
 * @param rules whose rules decide
 * @param limits of the statistics that have limits; of every one where columns are judged, and
 *     perhaps of fewer in a report of before
 * @param slightPart part of the moderate limit from which on a change is called slight
 * @param level false discoveries tolerated among what is called drift
 * @param topFeatures so many most important columns raise an alarm alone
 * @param importanceShare share of all importance that raises an alarm together
 * @param columnShare share of columns that raises an alarm (Evidently's rule)
 * @param decisions limits of what a model makes of the change
 */
public record DriftPolicy(
    RuleSet rules,
    @JsonUnwrapped @JsonSerialize(using = FlatMap.class) Map<Statistic, Bands> limits,
    double slightPart,
    double level,
    int topFeatures,
    double importanceShare,
    double columnShare,
    DecisionLimits decisions) {

  /** The policy of the reference this project follows, see the decision on drift rules. */
  public static final DriftPolicy STANDARD =
      new DriftPolicy(
          RuleSet.CLAIRSCORE,
          withStandard(Map.of()),
          0.5,
          0.05,
          10,
          0.10,
          0.50,
          DecisionLimits.STANDARD);

  public DriftPolicy {
    if (!Statistic.limited().containsAll(limits.keySet())) {
      throw new IllegalArgumentException("Limits of " + limits.keySet() + ", some have none");
    }
    Map<Statistic, Bands> ordered = new EnumMap<>(Statistic.class);
    ordered.putAll(limits);
    limits = Collections.unmodifiableMap(ordered);
    Objects.requireNonNull(decisions, "decisions");
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
        others, limits, slightPart, level, topFeatures, importanceShare, columnShare, decisions);
  }

  /** The same with other limits of decisions. */
  public DriftPolicy with(DecisionLimits others) {
    return new DriftPolicy(
        rules, limits, slightPart, level, topFeatures, importanceShare, columnShare, others);
  }

  /** These limits, and the standard ones of every other statistic that has some. */
  public static Map<Statistic, Bands> withStandard(Map<Statistic, Bands> limits) {
    Map<Statistic, Bands> all = new EnumMap<>(Statistic.class);
    Statistic.limited().forEach(each -> all.put(each, each.standardLimits().orElseThrow()));
    all.putAll(limits);
    return all;
  }

  /**
   * From where on a statistic is a reason.
   *
   * @throws IllegalArgumentException if this policy, of a report of before, does not know it
   */
  public Bands limits(Statistic statistic) {
    Bands bands = limits.get(statistic.judgedAs());
    if (bands == null) {
      throw new IllegalArgumentException("There are no limits of " + statistic.key());
    }
    return bands;
  }

  private static void share(String name, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " is " + share + ", not above 0 and at most 1");
    }
  }
}
