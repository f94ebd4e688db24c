package io.clairscore.service.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.Dimension;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.SelectionText;
import io.clairscore.service.population.selection.Sight;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question has the answer that a loop over the rows gives. */
@ExtendWith(SeededPopulation.class)
final class PopulationTest {
  private static final String FILTERS =
      "application.NAME_CONTRACT_TYPE:Cash loans;application.AMT_CREDIT:..400000;outcome:REPAID;"
          + "outcome:missing;feature.EXT_SOURCE_2:0.5..900";

  private static SlowPopulation slow;
  private static Population population;

  @BeforeAll
  static void open(SeededPopulation.Both both) {
    slow = both.slow();
    population = both.population();
  }

  private static ClientSelection some() {
    ClientSelection selection = SelectionText.read(FILTERS, Sight.REVIEW);
    int selected = slow.selected(selection).size();
    assertTrue(selected > 100 && selected < SeededPopulation.CLIENTS / 2, "selected " + selected);
    return selection;
  }

  private static List<ClientSelection> selections() {
    return List.of(ClientSelection.ALL, some());
  }

  private static void assertSame(Tally expected, Tally actual, String where) {
    assertEquals(expected.probabilities(), actual.probabilities(), 1e-9, where);
    Tally rounded =
        new Tally(
            actual.clients(),
            actual.scored(),
            actual.refused(),
            actual.known(),
            actual.defaults(),
            expected.probabilities());
    assertEquals(expected, rounded, where);
  }

  @Test
  void aSummaryTellsOfTheSelected() {
    for (ClientSelection selection : selections()) {
      List<Map<String, Object>> rows = slow.selected(selection);
      Summary summary = population.summary(selection);
      assertSame(SlowPopulation.tally(rows), summary.tally(), "summary");
      assertEquals(
          rows.stream().filter(row -> Boolean.TRUE.equals(row.get("review"))).count(),
          summary.review().part());
      assertEquals(
          SlowPopulation.quantile(
              SlowPopulation.numbers(SeededPopulation.column("points"), rows), 0.5),
          summary.medianPoints());
    }
  }

  @Test
  void aFacetCountsWhatAnotherChoiceInItWouldLeave() {
    for (ClientSelection selection : selections()) {
      for (Facet facet : population.facets(selection, Sight.REVIEW)) {
        ClientSelection others = selection.without(facet.dimension().column());
        List<Map<String, Object>> rows = slow.selected(others);
        for (int place = 0; place < facet.dimension().places(); place++) {
          int here = place;
          long expected =
              rows.stream()
                  .filter(row -> SlowPopulation.place(facet.dimension(), row) == here)
                  .count();
          assertEquals(
              expected, facet.clients().get(place), facet.dimension().column() + " " + place);
        }
      }
    }
  }

  private static void assertTallies(
      Dimension dimension, List<Map<String, Object>> rows, List<Tally> actual) {
    for (int place = 0; place < dimension.places(); place++) {
      int here = place;
      List<Map<String, Object>> there =
          rows.stream().filter(row -> SlowPopulation.place(dimension, row) == here).toList();
      assertSame(
          SlowPopulation.tally(there), actual.get(place), dimension.column() + " at " + place);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "points",
        "age",
        "level",
        "application.DAYS_EMPLOYED",
        "application.AMT_INCOME_TOTAL",
        "application.NAME_INCOME_TYPE",
        "application.FLAG_DOCUMENT_3",
        "feature.EXT_SOURCE_2",
        "feature.BURO_CNT_CREDIT_PROLONG_SUM",
        "feature.INSTAL_DPD_MEAN"
      })
  void aDistributionCountsBandsAndPlacesTheClient(String key) {
    ExploredColumn column = SeededPopulation.column(key);
    for (ClientSelection selection : selections()) {
      List<Map<String, Object>> rows = slow.selected(selection);
      Map<String, Object> client = rows.get(42);
      Subject subject =
          population.subject((Integer) client.get("client"), List.of(column)).orElseThrow();
      Distribution distribution =
          population.distribution(column, selection, Sight.REVIEW, Optional.of(subject));
      assertTallies(distribution.dimension(), rows, distribution.tallies());
      assertEquals(
          SlowPopulation.place(distribution.dimension(), client),
          distribution.position().orElseThrow().place());
      if (column.isNumber()) {
        assertSpread(column, rows, client, distribution, selection.isAll());
      }
    }
  }

  private static void assertSpread(
      ExploredColumn column,
      List<Map<String, Object>> rows,
      Map<String, Object> client,
      Distribution distribution,
      boolean all) {
    double[] numbers = SlowPopulation.numbers(column, rows);
    Spread spread = distribution.spread().orElseThrow();
    assertEquals(numbers.length, spread.known());
    assertEquals(rows.size() - numbers.length, spread.missing());
    for (int i = 0; i < Spread.THOUSANDTHS.size(); i++) {
      double share = Spread.THOUSANDTHS.get(i) / 1000.0;
      double expected = SlowPopulation.quantile(numbers, share);
      assertEquals(expected, spread.quantiles().get(i), 1e-9 * Math.abs(expected), "at " + share);
    }
    Object value = SlowPopulation.value(column, client);
    double rank = spread.rank();
    if (value == null) {
      assertTrue(Double.isNaN(rank));
    } else {
      double tolerance = all ? 0.002 : 1e-12;
      assertEquals(SlowPopulation.rank(numbers, (Double) value), rank, tolerance);
    }
  }

  @Test
  void cellsOfTwoColumnsHoldTheClientsOfBoth() {
    List<String> first =
        List.of("feature.EXT_SOURCE_2", "application.NAME_EDUCATION_TYPE", "points");
    List<String> second =
        List.of("application.AMT_CREDIT", "age", "application.NAME_CONTRACT_TYPE");
    for (ClientSelection selection : selections()) {
      for (int i = 0; i < first.size(); i++) {
        ExploredColumn one = SeededPopulation.column(first.get(i));
        ExploredColumn two = SeededPopulation.column(second.get(i));
        assertGrid(population.heatmap(one, two, selection, Sight.REVIEW), selection);
        assertGrid(population.pair(one, two, selection, Sight.REVIEW).grid(), selection);
      }
    }
  }

  private static void assertGrid(Grid grid, ClientSelection selection) {
    Map<List<Integer>, List<Map<String, Object>>> cells =
        slow.selected(selection).stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        List.of(
                            SlowPopulation.place(grid.first(), row),
                            SlowPopulation.place(grid.second(), row))));
    long withheld = 0;
    for (int first = 0; first < grid.first().places(); first++) {
      for (int second = 0; second < grid.second().places(); second++) {
        List<Map<String, Object>> there = cells.getOrDefault(List.of(first, second), List.of());
        assertSame(
            SlowPopulation.tally(there),
            grid.rows().get(first).get(second),
            grid.first().column() + " " + first + ", " + grid.second().column() + " " + second);
        boolean few = !there.isEmpty() && there.size() < Grid.LEAST_CLIENTS;
        assertEquals(few, grid.told(first, second).isEmpty());
        withheld += few ? 1 : 0;
      }
    }
    assertEquals(withheld, grid.withheld());
    assertEquals(slow.selected(selection).size(), grid.clients());
  }

  @Test
  void pointsAreTheSameClientsAtEveryTime() {
    ExploredColumn x = SeededPopulation.column("feature.EXT_SOURCE_2");
    ExploredColumn y = SeededPopulation.column("application.NAME_CONTRACT_TYPE");
    Pair pair = population.pair(x, y, some(), Sight.REVIEW);
    assertEquals(pair, population.pair(x, y, some(), Sight.REVIEW));
    List<Pair.Point> expected =
        slow.selected(some()).stream()
            .filter(row -> SlowPopulation.value(x, row) != null && row.get("decision") != null)
            .filter(row -> SlowPopulation.value(y, row) != null)
            .sorted(
                Comparator.comparing(
                    row -> (Integer) row.get("client") * Sample.FACTOR % Sample.MODULUS))
            .limit(Pair.MOST_POINTS)
            .map(row -> point(x, pair.grid().second(), row))
            .toList();
    assertTrue(expected.size() > 100);
    assertEquals(expected, pair.points());
  }

  private static Pair.Point point(ExploredColumn x, Dimension y, Map<String, Object> row) {
    Object outcome = row.get("outcome");
    return new Pair.Point(
        (Double) SlowPopulation.value(x, row),
        SlowPopulation.place(y, row),
        row.get("decision").equals("REFUSED"),
        outcome == null ? null : outcome.equals(1));
  }

  @Test
  void ofFewClientsNoneIsShown() {
    ClientSelection few = SelectionText.read("application.AMT_CREDIT:..3000", Sight.ADVICE);
    int selected = slow.selected(few).size();
    assertTrue(selected > 0 && selected < Pair.LEAST_CLIENTS, "selected " + selected);
    assertTrue(
        population
            .pair(
                SeededPopulation.column("points"),
                SeededPopulation.column("age"),
                few,
                Sight.REVIEW)
            .points()
            .isEmpty());
  }

  @Test
  void segmentsHaveTheRatesOfTheirClients() {
    for (String key : List.of("application.NAME_INCOME_TYPE", "age", "level")) {
      Segments segments = population.segments(SeededPopulation.column(key), some(), Sight.REVIEW);
      assertTallies(segments.dimension(), slow.selected(some()), segments.tallies());
    }
  }
}
