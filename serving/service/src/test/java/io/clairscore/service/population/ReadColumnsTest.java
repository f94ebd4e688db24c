package io.clairscore.service.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.Sight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SeededPopulation.class)
final class ReadColumnsTest {

  private static List<ExploredColumn> moreThanStay() {
    List<ExploredColumn> features =
        PopulationColumns.all().columns().stream()
            .filter(column -> column.key().startsWith(PopulationColumns.FEATURE))
            .limit(ReadColumns.MOST + 12)
            .toList();
    assertTrue(features.size() > ReadColumns.MOST);
    return features;
  }

  private static List<Long> clients(Population population, ExploredColumn column) {
    return population.segments(column, ClientSelection.ALL, Sight.REVIEW).tallies().stream()
        .map(Tally::clients)
        .toList();
  }

  @Test
  void columnsThatComeAndGoAreTheSameForEverybodyWhoAsks(SeededPopulation.Both both)
      throws Exception {
    List<ExploredColumn> features = moreThanStay();
    List<List<Long>> expected =
        features.stream().map(column -> clients(both.population(), column)).toList();
    ExecutorService people = Executors.newFixedThreadPool(3);
    try {
      List<Callable<Void>> rounds = new ArrayList<>();
      for (int person = 0; person < 3; person++) {
        Random random = new Random(person);
        rounds.add(
            () -> {
              List<Integer> order = new ArrayList<>();
              for (int i = 0; i < features.size(); i++) {
                order.add(i);
              }
              Collections.shuffle(order, random);
              for (int i : order) {
                assertEquals(expected.get(i), clients(both.population(), features.get(i)));
              }
              return null;
            });
      }
      for (Future<Void> round : people.invokeAll(rounds)) {
        round.get();
      }
    } finally {
      people.shutdown();
    }
  }
}
