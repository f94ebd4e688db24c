package io.clairscore.service.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.population.Comparison.ComparedColumn;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.Sight;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A client is compared with the groups that a loop over the rows finds. */
@ExtendWith(SeededPopulation.class)
final class ComparisonTest {
  private static final List<ExploredColumn> COLUMNS =
      Stream.of(
              "application.AMT_CREDIT",
              "application.DAYS_EMPLOYED",
              "application.NAME_EDUCATION_TYPE",
              "feature.EXT_SOURCE_2",
              "feature.INSTAL_DPD_MEAN")
          .map(key -> PopulationColumns.all().seen(key, Sight.ADVICE))
          .toList();

  @TempDir static Path folder;
  private static SlowPopulation slow;
  private static Population population;

  @BeforeAll
  static void open(SeededPopulation.Both both) {
    slow = both.slow();
    population = both.population();
  }

  private static Subject subject(int client) {
    return population.subject(client, COLUMNS).orElseThrow();
  }

  private static List<Map<String, Object>> group(Group group, Subject subject, Comparison found) {
    return slow.where(
        row ->
            switch (group) {
              case ALL -> true;
              case ACCEPTED, REFUSED -> group.name().equals(row.get("decision"));
              case SIMILAR ->
                  !row.get("client").equals(subject.client())
                      && isAlike(row, subject, found.similar().used());
            });
  }

  private static boolean isAlike(Map<String, Object> row, Subject subject, SimilarityRule rule) {
    return rule.widths().entrySet().stream()
        .allMatch(entry -> isAlike(row, subject, entry.getKey(), entry.getValue()));
  }

  private static boolean isAlike(
      Map<String, Object> row, Subject subject, Likeness likeness, int width) {
    Object other = SlowPopulation.value(likeness.column(), row);
    Object own = subject.values().get(likeness.column());
    if (other == null || likeness.kind() == Likeness.Kind.SAME) {
      return own.equals(other);
    }
    double difference = Math.abs((Double) other - (Double) own);
    return likeness.kind() == Likeness.Kind.YEARS
        ? difference <= width
        : isNear(likeness.column(), (Double) own, (Double) other, width);
  }

  /** Whether the other lies from the beginning of the first tenth to the end of the last. */
  private static boolean isNear(ExploredColumn column, double own, double other, int width) {
    double[] numbers = SlowPopulation.numbers(column, slow.where(row -> true));
    int tenth = 0;
    while (tenth < 9 && own >= SlowPopulation.quantile(numbers, (tenth + 1) / 10.0)) {
      tenth++;
    }
    double low = SlowPopulation.quantile(numbers, Math.max(0, tenth - width) / 10.0);
    double high = SlowPopulation.quantile(numbers, Math.min(10, tenth + width + 1) / 10.0);
    return other >= low && other <= high;
  }

  @Test
  void everyFigureOfEveryGroupIsThatOfItsClients() {
    for (int client : new int[] {100_001, 100_777, 101_234, 102_999}) {
      Subject subject = subject(client);
      Comparison comparison = population.comparison(subject, COLUMNS, SimilarityRule.usual());
      for (Group group : Group.values()) {
        List<Map<String, Object>> rows = group(group, subject, comparison);
        assertTrue(rows.size() >= SimilarityRule.LEAST_CLIENTS);
        Tally tally = comparison.groups().get(group).tally();
        assertEquals(rows.size(), tally.clients(), group + " of " + client);
        assertEquals(SlowPopulation.tally(rows).defaults(), tally.defaults());
        double[] points =
            SlowPopulation.numbers(PopulationColumns.all().seen("points", Sight.ADVICE), rows);
        assertEquals(
            SlowPopulation.quantile(points, 0.5), comparison.groups().get(group).medianPoints());
        comparison.columns().forEach(column -> assertStanding(column, group, rows, subject));
      }
      assertEquals(
          comparison.similar().clients(), comparison.groups().get(Group.SIMILAR).tally().clients());
    }
  }

  private static void assertStanding(
      ComparedColumn compared, Group group, List<Map<String, Object>> rows, Subject subject) {
    Standing standing = compared.standings().get(group);
    Object own = subject.values().get(compared.column());
    List<Object> values =
        rows.stream()
            .map(row -> SlowPopulation.value(compared.column(), row))
            .filter(Objects::nonNull)
            .toList();
    String where = compared.column() + " in " + group;
    assertEquals(Optional.ofNullable(own), compared.value(), where);
    assertEquals(values.size(), standing.known(), where);
    assertEquals(new Share(rows.size() - values.size(), rows.size()), standing.missing(), where);
    assertEquals(own == null, Double.isNaN(standing.rank()), where);
    if (!compared.column().isNumber()) {
      if (own != null) {
        double same = values.stream().filter(own::equals).count();
        assertEquals(same / values.size(), standing.rank(), 1e-12, where);
      }
      return;
    }
    double[] numbers = SlowPopulation.numbers(compared.column(), rows);
    double median = SlowPopulation.quantile(numbers, 0.5);
    assertEquals(median, standing.median(), 1e-9 * Math.abs(median), where);
    assertEquals(SlowPopulation.quantile(numbers, 0.25), standing.low(), 1e-6, where);
    assertEquals(SlowPopulation.quantile(numbers, 0.75), standing.high(), 1e-6, where);
    if (own != null) {
      assertEquals(SlowPopulation.rank(numbers, (Double) own), standing.rank(), 0.002, where);
    }
  }

  @Test
  void aRuleThatFindsTooFewWidensUntilThereAreThirty() {
    EnumMap<Likeness, Integer> all = new EnumMap<>(Likeness.class);
    for (Likeness likeness : Likeness.values()) {
      all.put(likeness, likeness.widths().isEmpty() ? 0 : likeness.widths().get(0));
    }
    SimilarityRule strict = new SimilarityRule(all);
    SimilarClients similar = population.comparison(subject(101_234), COLUMNS, strict).similar();
    assertEquals(strict, similar.asked());
    assertTrue(similar.clients() >= SimilarityRule.LEAST_CLIENTS);
    assertFalse(similar.narrow().isEmpty());
    assertTrue(similar.narrow().stream().allMatch(few -> few < SimilarityRule.LEAST_CLIENTS));
    assertTrue(similar.used().widths().size() < strict.widths().size());
  }

  @Test
  void everyRuleWidensToEverybodyInAStatedOrder() {
    SimilarityRule rule = SimilarityRule.usual();
    int steps = 0;
    for (Optional<SimilarityRule> next = rule.wider();
        next.isPresent();
        next = next.get().wider()) {
      rule = next.get();
      steps++;
    }
    assertTrue(rule.widths().isEmpty());
    // Three likenesses grow twice, and four are given up.
    assertEquals(3 * 2 + 4, steps);
  }

  @Test
  void whatTheFileDoesNotSayIsNotAskedOfTheOthers() {
    Subject applicant = new Subject(0, Map.of());
    Comparison comparison = population.comparison(applicant, COLUMNS, SimilarityRule.usual());
    assertTrue(comparison.similar().used().widths().isEmpty());
    assertEquals(SeededPopulation.CLIENTS, comparison.similar().clients());
    assertTrue(Double.isNaN(comparison.columns().get(0).standings().get(Group.ALL).rank()));
  }

  @Test
  void nobodyIsComparedWithFewerThanThirtyOthers() {
    Path file = GeneratedPopulation.write(folder.resolve("few.parquet"), 30);
    try (Population few = new Population(file, TestConf.USUAL, List.of())) {
      Subject one = few.subject(100_005, COLUMNS).orElseThrow();
      Refusal refusal =
          assertThrows(Refusal.class, () -> few.comparison(one, COLUMNS, SimilarityRule.usual()));
      assertEquals(Refusal.Kind.DATA, refusal.kind());
    }
  }

  @Test
  void nobodyIsWhoWasNotPublished() {
    assertTrue(population.subject(99, COLUMNS).isEmpty());
  }
}
