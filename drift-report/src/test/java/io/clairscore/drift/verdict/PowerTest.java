package io.clairscore.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often chance raises an alarm, and how often a real change does: 2,000 rows on each side. Few
 * runs here; {@code scripts/checks/drift/power} makes 200 of each.
 */
class PowerTest {
  private static final int ROWS = 2000;
  private static final int MANY = 200;
  private static final int RUNS = Integer.getInteger("clairscore.power.runs", 30);

  @Test
  void chanceRaisesAnAlarmInAtMostOneOfTwentyReports() {
    assertThat(alarms("no change", 12, (column, random) -> column)).isLessThanOrEqualTo(RUNS / 20);
  }

  @Test
  void aShiftOfLocationIsFound() {
    assertFound(
        "location + 0.3 standard deviation",
        (column, random) -> new Column(map(column.numbers, x -> x + 0.3), column.names));
  }

  @Test
  void aWiderScaleIsFound() {
    assertFound(
        "scale x 1.4",
        (column, random) -> new Column(map(column.numbers, x -> x * 1.4), column.names));
  }

  @Test
  void missingValuesAreFound() {
    assertFound(
        "missing rate + 15 points",
        (column, random) ->
            new Column(
                map(column.numbers, x -> random.nextDouble() < 0.15 ? Double.NaN : x),
                column.names));
  }

  @Test
  void aCategoryThatGrowsIsFound() {
    assertFound(
        "a category from 5 to 15 %",
        (column, random) -> new Column(column.numbers, names(random, 0.15, 0)));
  }

  @Test
  void aNewCategoryIsFound() {
    assertFound(
        "a new category of 2 %",
        (column, random) -> new Column(column.numbers, names(random, 0.05, 0.02)));
  }

  private static void assertFound(String what, BiFunction<Column, Random, Column> change) {
    assertThat(alarms(what, 4, change)).isGreaterThanOrEqualTo(RUNS * 9 / 10);
  }

  /** In how many of the runs a change of the most important column raises an alarm. */
  private static int alarms(String what, int columns, BiFunction<Column, Random, Column> change) {
    Random random = new Random(20);
    int alarms = 0;
    int shareAlarms = 0;
    int evidentlyAlarms = 0;
    for (int run = 0; run < RUNS; run++) {
      Populations before = new Populations(ROWS);
      Populations after = new Populations(ROWS);
      Map<String, Double> importances = new HashMap<>();
      for (int i = 0; i < columns; i++) {
        add(before, i, Column.draw(random));
        Column later = Column.draw(random);
        add(after, i, i == 0 ? change.apply(later, random) : later);
        importances.put("x" + i, 2.0 / (i + 1));
        importances.put("c" + i, 1.0 / (i + 1));
      }
      DriftReport report =
          DriftReport.of(
              before.profile(),
              after.profile(),
              DriftOptions.STANDARD.withImportances(importances));
      alarms += report.verdict().alarm() ? 1 : 0;
      shareAlarms += report.verdict().byNumber().shareAlarm() ? 1 : 0;
      evidentlyAlarms += report.verdict().byEvidently().evidentlyShare() >= 0.5 ? 1 : 0;
    }
    if (RUNS == MANY) {
      System.out.printf(
          "%s: alarms in %d runs: %d by importance, %d by the share of columns, %d by Evidently's%n",
          what, RUNS, alarms, shareAlarms, evidentlyAlarms);
    }
    return alarms;
  }

  private static void add(Populations population, int i, Column column) {
    population.real("x" + i, column.numbers).categories("c" + i, column.names);
  }

  private static double[] map(double[] numbers, DoubleUnaryOperator change) {
    return Arrays.stream(numbers).map(change).toArray();
  }

  /** Categories of which one is rare, and one may be new. */
  private static String[] names(Random random, double rare, double fresh) {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i -> {
              double draw = random.nextDouble();
              if (draw < rare) {
                return "rare";
              }
              return draw < rare + fresh ? "new" : "usual" + random.nextInt(4);
            })
        .toArray(String[]::new);
  }

  private record Column(double[] numbers, String[] names) {

    static Column draw(Random random) {
      return new Column(
          IntStream.range(0, ROWS).mapToDouble(i -> random.nextGaussian()).toArray(),
          PowerTest.names(random, 0.05, 0));
    }
  }
}
