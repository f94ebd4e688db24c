package io.clairscore.service.population.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clairscore.features.schema.Unit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepsTest {
  private static Scale scale(Unit unit, boolean whole) {
    return new Scale(unit, whole, -1e9, 1e9);
  }

  @ParameterizedTest
  @CsvSource({
    "MONEY, false, 45000, 1200000, 24, 50000",
    "RATIO, false, 0.013, 0.987, 24, 0.05",
    "SCORE, false, 0, 1, 10, 0.1",
    "COUNT, true, 0, 7, 24, 1",
    "DAYS, false, -25000, -7500, 24, 730.5",
    "DAYS, true, -400, -10, 24, 30.4375",
    "MONTHS, false, -96, 0, 16, 6"
  })
  void bandsHaveReadableEdges(
      Unit unit, boolean whole, double low, double high, int most, double step) {
    List<Double> edges = Steps.over(scale(unit, whole), low, high, most).edges();
    for (double edge : edges) {
      assertEquals(0, Math.IEEEremainder(edge, step), 1e-9, edge + " of " + edges);
    }
    assertEquals(step, edges.get(1) - edges.get(0), 1e-9);
  }

  @Test
  void bandsCoverTheBulkAndAreNotMany() {
    Random random = new Random(12);
    for (int i = 0; i < 2000; i++) {
      double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9) - 3);
      double high = low + random.nextDouble() * Math.pow(10, random.nextInt(9) - 3) + 1e-9;
      boolean whole = random.nextBoolean();
      Unit unit = List.of(Unit.RATIO, Unit.DAYS, Unit.MONTHS).get(random.nextInt(3));
      ColumnBands bands = Steps.over(scale(unit, whole), low, high, 20);
      List<Double> edges = bands.edges();
      assertTrue(edges.get(0) <= low && edges.get(edges.size() - 1) >= high);
      assertTrue(edges.size() <= 20 + 2, edges.size() + " edges");
    }
  }

  @Test
  void oneValueIsOneBand() {
    assertEquals(1, Steps.over(scale(Unit.RATIO, false), 3, 3, 20).size());
  }

  @Test
  void aValueOnAnEdgeBeginsABandAlsoAsAFloat() {
    ExploredColumn feature = PopulationColumns.all().named("feature.EXT_SOURCE_2").orElseThrow();
    ColumnBands bands = ColumnBands.at(0.1, 0.7);
    // The float nearest to 0.7 is below the double nearest to it.
    assertTrue((double) 0.7f < 0.7);
    assertEquals(2, bands.of(feature, 0.7f));
    assertEquals(1, bands.of(feature, Math.nextDown(0.7f)));
    assertEquals(0, bands.of(feature, -5));
  }
}
