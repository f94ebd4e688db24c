package io.clairscore.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.explanation.Reason;
import io.clairscore.scorer.explanation.Theme;
import io.clairscore.service.decision.Trial;
import io.clairscore.service.file.Label;
import io.clairscore.service.http.MayBeNull;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would be if; no decision.
 *
 * @param client SK_ID_CURR; absent for an applicant
 * @param before score as things are
 * @param after score as they would be
 * @param difference points that the change brings
 * @param themes themes whose points differ, the greatest difference first; with {@code
 *     barredDifference} they make the difference
 * @param reasons factors whose points differ, the greatest difference first; likewise
 * @param barredDifference difference of what may not be a reason; 0 for a model that may be served
 * @param unknown columns whose tried value is of no list, and was scored as missing
 * @param event number of the event that keeps the look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulationAnswer(
    @MayBeNull Integer client,
    Score before,
    Score after,
    int difference,
    List<ThemeChange> themes,
    List<ReasonChange> reasons,
    int barredDifference,
    List<String> unknown,
    long event) {

  /** Points of a theme. */
  public record ThemeChange(
      BusinessGroup group, Label label, int before, int after, int difference) {}

  /**
   * Points of a factor.
   *
   * @param saidBefore the reason in words; absent if it was none
   * @param saidAfter the reason in words; absent if it is none any more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReasonChange(
      String factor,
      BusinessGroup group,
      int before,
      int after,
      int difference,
      @MayBeNull String saidBefore,
      @MayBeNull String saidAfter) {}

  static SimulationAnswer of(Integer client, Trial trial, Narration narration, long event) {
    Explanation before = trial.before();
    Explanation after = trial.after();
    return new SimulationAnswer(
        client,
        before.score(),
        after.score(),
        after.score().points() - before.score().points(),
        themes(before, after),
        reasons(before, after, narration),
        after.barredPoints() - before.barredPoints(),
        trial.unknown(),
        event);
  }

  private static List<ThemeChange> themes(Explanation before, Explanation after) {
    Map<BusinessGroup, Theme> were = byKey(before.themes().stream(), Theme::group);
    Map<BusinessGroup, Theme> are = byKey(after.themes().stream(), Theme::group);
    return keys(were, are)
        .map(
            group -> {
              int was = were.containsKey(group) ? were.get(group).points() : 0;
              int is = are.containsKey(group) ? are.get(group).points() : 0;
              Label label = Label.of(FeatureTexts.core().label(group));
              return new ThemeChange(group, label, was, is, is - was);
            })
        .filter(change -> change.difference() != 0)
        .sorted(Comparator.comparingInt(change -> -Math.abs(change.difference())))
        .toList();
  }

  private static List<ReasonChange> reasons(
      Explanation before, Explanation after, Narration narration) {
    Map<String, Reason> were = byKey(before.reasons(), reason -> reason.factor().code());
    Map<String, Reason> are = byKey(after.reasons(), reason -> reason.factor().code());
    return keys(were, are)
        .map(code -> change(were.get(code), are.get(code), narration))
        .filter(change -> change.difference() != 0)
        .sorted(Comparator.comparingInt(change -> -Math.abs(change.difference())))
        .toList();
  }

  private static ReasonChange change(Reason was, Reason is, Narration narration) {
    Reason one = Objects.requireNonNullElse(is, was);
    int before = was == null ? 0 : was.points();
    int after = is == null ? 0 : is.points();
    return new ReasonChange(
        one.factor().code(),
        one.factor().businessGroup(),
        before,
        after,
        after - before,
        was == null ? null : narration.tell(was),
        is == null ? null : narration.tell(is));
  }

  private static <K, V> Map<K, V> byKey(Stream<V> values, Function<V, K> key) {
    return values.collect(
        Collectors.toMap(key, value -> value, (one, other) -> one, LinkedHashMap::new));
  }

  private static <K> Stream<K> keys(Map<K, ?> before, Map<K, ?> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct();
  }
}
