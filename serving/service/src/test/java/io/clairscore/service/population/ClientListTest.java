package io.clairscore.service.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.SelectionText;
import io.clairscore.service.population.selection.Sight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SeededPopulation.class)
final class ClientListTest {
  private static final ClientSelection SOME =
      SelectionText.read("decision:ACCEPTED;application.AMT_CREDIT:..400000", Sight.ADVICE);

  private static SlowPopulation slow;
  private static Population population;

  @BeforeAll
  static void open(SeededPopulation.Both both) {
    slow = both.slow();
    population = both.population();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client",
        "points",
        "probability",
        "application.AMT_CREDIT",
        "application.DAYS_EMPLOYED"
      })
  void pagesFollowTheOrderAndTiesTheNumberOfTheClient(String key) {
    boolean byClient = key.equals("client");
    for (boolean descending : new boolean[] {false, true}) {
      Optional<ExploredColumn> by =
          byClient ? Optional.empty() : Optional.of(SeededPopulation.column(key));
      List<Integer> expected = ordered(by, descending);
      List<Integer> actual = new ArrayList<>();
      for (int page = 1; page <= expected.size() / 100 + 1; page++) {
        population.clients(SOME, new Order(by, descending), new Page(page, 100)).stream()
            .map(ClientRow::client)
            .forEach(actual::add);
      }
      assertEquals(expected, actual);
    }
  }

  private static List<Integer> ordered(Optional<ExploredColumn> by, boolean descending) {
    Comparator<Double> ascending = Comparator.naturalOrder();
    Comparator<Double> values = Comparator.nullsLast(descending ? ascending.reversed() : ascending);
    Comparator<Map<String, Object>> clients =
        Comparator.comparing(row -> (Integer) row.get("client"));
    Comparator<Map<String, Object>> order =
        by.map(
                column ->
                    Comparator.comparing(
                            (Map<String, Object> row) -> (Double) SlowPopulation.value(column, row),
                            values)
                        .thenComparing(clients))
            .orElse(descending ? clients.reversed() : clients);
    return slow.selected(SOME).stream()
        .sorted(order)
        .map(row -> (Integer) row.get("client"))
        .toList();
  }

  @Test
  void asManyAreFoundAsAreListed() {
    assertEquals(slow.selected(SOME).size(), population.count(SOME));
  }

  @Test
  void clientsAreFoundByTheirNumbers() {
    List<Integer> found =
        population.clients(List.of(102_000, 7, 100_001)).stream().map(ClientRow::client).toList();
    assertEquals(List.of(100_001, 102_000), found);
    assertTrue(population.clients(List.of()).isEmpty());
  }

  @Test
  void aListIsOrderedByKeptColumnsAlone() {
    Order order = new Order(Optional.of(SeededPopulation.column("feature.INSTAL_DPD_MEAN")), false);
    assertThrows(Refusal.class, () -> population.clients(SOME, order, new Page(1, 10)));
    assertThrows(Refusal.class, () -> new Page(1, 101));
    assertThrows(Refusal.class, () -> new Page(0, 10));
  }
}
