package io.clairscore.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.drift.profile.PopulationProfile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftReportTest {
  private static final int ROWS = 5000;
  private static final double NAN = Double.NaN;

  @Test
  void aShiftOfMissingValuesIsCaughtThoughTheValuesStay() {
    double[] before = missing(normal(1, ROWS), 0.565);
    double[] after = missing(normal(2, ROWS), 0.432);

    DriftRow row = only(new Populations(ROWS).real("x", before), of(ROWS).real("x", after));

    assertThat(row.severity()).isEqualTo(Severity.MODERATE);
    assertThat(row.decisive().orElseThrow().measure()).isEqualTo(Statistic.MISSING);
    assertThat(row.decisive().orElseThrow().score()).isCloseTo(0.133, within(1e-9));
    assertThat(row.missingDrifted()).isTrue();
    assertThat(row.measured().evidently().drifted()).as("Evidently says nothing").isFalse();
  }

  @Test
  void newAndLostCategoriesAreNamed() {
    String[] before = categories("a", 3000, "b", 1900, "old", 100);
    String[] after = categories("a", 3000, "b", 1900, "new", 60, "newer", 40);

    DriftRow row = only(of(ROWS).categories("x", before), of(ROWS).categories("x", after));

    assertThat(row.measured().appeared())
        .containsExactly(new CategoryRows("new", 60, 0.012), new CategoryRows("newer", 40, 0.008));
    assertThat(row.measured().lost()).containsExactly(new CategoryRows("old", 100, 0.02));
    assertThat(row.severity()).isEqualTo(Severity.MODERATE);
    assertThat(row.measured().rule()).isEqualTo(TestChoice.CATEGORIES);
  }

  @Test
  void theSizeOfAnEffectDecidesAndNotItsPValue() {
    String[] before = categories("a", 50_000, "b", 50_000);
    String[] after = categories("a", 51_000, "b", 49_000);

    DriftRow row = only(of(100_000).categories("x", before), of(100_000).categories("x", after));

    assertThat(row.measured().statistics().of(Statistic.HOMOGENEITY_P)).isLessThan(1e-4);
    assertThat(row.severity()).isEqualTo(Severity.STABLE);
  }

  @Test
  void aSmallSampleSaysThatItIsSmall() {
    DriftRow row = only(of(60).real("x", normal(1, 60)), of(60).real("x", normal(2, 60)));

    assertThat(row.measured().statistics().of(Statistic.PSI_CRITICAL)).isGreaterThan(0.1);
    assertThat(row.severity()).isEqualTo(Severity.INCONCLUSIVE);
    assertThat(row.action()).isEqualTo(Action.COLLECT);
  }

  @Test
  void aSmallSampleStillShowsWhatNoChanceExplains() {
    double[] far = Arrays.stream(normal(2, 60)).map(x -> x + 5).toArray();

    DriftRow row = only(of(60).real("x", normal(1, 60)), of(60).real("x", far));

    assertThat(row.severity()).isEqualTo(Severity.STRONG);
  }

  @Test
  void fewerThanTwentyRowsAreNeverCalledDrift() {
    for (int rows : new int[] {1, 2, 19, 20}) {
      double[] far = new double[rows];
      Arrays.fill(far, 99);

      DriftRow row = only(of(ROWS).real("x", normal(1, ROWS)), of(rows).real("x", far));

      assertThat(row.severity())
          .as("%d rows", rows)
          .isEqualTo(rows < 20 ? Severity.INCONCLUSIVE : Severity.STRONG);
    }
  }

  @Test
  void sentinelsAndInfinitiesAreCellsOfTheirOwn() {
    double[] before = normal(1, ROWS);
    double[] after = normal(2, ROWS);
    Arrays.fill(before, 0, 100, 365243);
    Arrays.fill(after, 0, 900, 365243);
    Arrays.fill(after, 900, 1000, Double.POSITIVE_INFINITY);

    DriftRow row = only(of(ROWS).real("x", before), of(ROWS).real("x", after));

    assertThat(row.severity()).isEqualTo(Severity.STRONG);
    assertThat(row.action()).isEqualTo(Action.CORRECT_SOURCE);
    assertThat(row.measured().checks().stream().map(Check::measure))
        .contains(Statistic.SENTINELS, Statistic.INFINITE);
    assertThat(row.measured().cells())
        .contains(
            new Cell(Cell.Kind.SENTINEL, 365243, 365243, "", 100, 900),
            new Cell(Cell.Kind.INFINITE, NAN, NAN, "", 0, 100));
    assertThat(row.measured().cells().stream().mapToLong(Cell::current).sum()).isEqualTo(ROWS);
  }

  @Test
  void strangeColumnsAreRowsInWords() {
    PopulationProfile reference = strange(true);
    PopulationProfile current = strange(false);

    DriftReport report = DriftReport.of(reference, current, DriftOptions.STANDARD);

    assertThat(status(report, "gone")).isEqualTo(RowStatus.ABSENT);
    assertThat(report.row("gone").orElseThrow().severity()).isEqualTo(Severity.STRONG);
    assertThat(status(report, "fresh")).isEqualTo(RowStatus.ADDED);
    assertThat(status(report, "turned")).isEqualTo(RowStatus.TYPE_CHANGED);
    assertThat(report.row("turned").orElseThrow().action()).isEqualTo(Action.CORRECT_SOURCE);
    assertThat(status(report, "void")).isEqualTo(RowStatus.ALWAYS_MISSING);
    assertThat(status(report, "names")).isEqualTo(RowStatus.TOO_MANY_CATEGORIES);
    assertThat(report.row("constant").orElseThrow().severity()).isEqualTo(Severity.STABLE);
    assertThat(report.row("unique").orElseThrow().severity()).isEqualTo(Severity.STABLE);
    assertThat(report.row("emptied").orElseThrow().severity()).isEqualTo(Severity.STRONG);
    assertThat(report.row("filled").orElseThrow().severity()).isEqualTo(Severity.STRONG);
    assertThat(report.row("infinite").orElseThrow().severity()).isEqualTo(Severity.STABLE);
    assertThat(report.verdict().counts().columns()).isEqualTo(10);
    assertThat(report.verdict().byImportance().broken())
        .containsExactlyInAnyOrder("gone", "turned", "emptied");
    assertThat(report.verdict().alarm()).isTrue();
    assertThat(report.verdict().action()).isEqualTo(Action.CORRECT_SOURCE);
  }

  @Test
  void populationsOfNoRowAndOneRowAreComparedWithoutAVerdict() {
    for (int rows : new int[] {0, 1}) {
      for (int others : new int[] {0, 1, 2000}) {
        DriftReport report = DriftReport.of(tiny(rows), tiny(others), DriftOptions.STANDARD);
        DriftReport reversed = DriftReport.of(tiny(others), tiny(rows), DriftOptions.STANDARD);

        assertThat(List.of(report, reversed))
            .allSatisfy(
                one -> {
                  assertThat(one.verdict().alarm()).isFalse();
                  assertThat(one.verdict().action()).isEqualTo(Action.COLLECT);
                  assertThat(one.rows()).hasSize(2);
                });
      }
    }
  }

  @Test
  void populationsWithoutACommonColumnAreRefused() {
    assertThatThrownBy(
            () ->
                DriftReport.of(
                    of(1).real("x", 1).profile(),
                    of(1).real("y", 1).profile(),
                    DriftOptions.STANDARD))
        .hasMessageContaining("no column in common");
  }

  @Test
  void importanceAndNotTheNumberOfColumnsRaisesTheAlarm() {
    Populations before = of(ROWS);
    Populations after = of(ROWS);
    for (int i = 0; i < 20; i++) {
      before.real("x" + i, normal(i, ROWS));
      after.real("x" + i, shifted(normal(100 + i, ROWS), i == 7 ? 0.5 : 0));
    }
    Map<String, Double> important = Map.of("x7", 5.0, "x1", 95.0);
    Map<String, Double> unimportant = Map.of("x1", 95.0, "x2", 5.0);

    DatasetVerdict alarm = verdict(before, after, DriftOptions.STANDARD.withImportances(important));
    DatasetVerdict calm =
        verdict(before, after, DriftOptions.STANDARD.withImportances(unimportant));

    assertThat(alarm.alarm()).isTrue();
    assertThat(alarm.byImportance().importantDrifted()).containsExactly("x7");
    assertThat(alarm.byImportance().importanceShare()).isCloseTo(0.05, within(1e-12));
    assertThat(alarm.byNumber().shareAlarm()).isFalse();
    assertThat(calm.alarm()).isFalse();
    assertThat(calm.severity()).isEqualTo(Severity.SLIGHT);
    assertThat(calm.counts().drifted()).isEqualTo(1);
  }

  @Test
  void excludedColumnsAreLeftOut() {
    DriftReport report =
        DriftReport.of(tiny(2000), tiny(2000), DriftOptions.STANDARD.without(Set.of("number")));

    assertThat(report.rows()).extracting(DriftRow::name).containsExactly("category");
  }

  static double[] normal(long seed, int rows) {
    Random random = new Random(seed);
    return IntStream.range(0, rows).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  static double[] shifted(double[] values, double by) {
    return Arrays.stream(values).map(x -> x + by).toArray();
  }

  private static double[] missing(double[] values, double share) {
    Arrays.fill(values, 0, (int) Math.round(share * values.length), NAN);
    return values;
  }

  static String[] categories(Object... namesAndRows) {
    return IntStream.range(0, namesAndRows.length / 2)
        .boxed()
        .flatMap(
            i ->
                Collections.nCopies((int) namesAndRows[2 * i + 1], (String) namesAndRows[2 * i])
                    .stream())
        .toArray(String[]::new);
  }

  static PopulationProfile strange(boolean isReference) {
    SplittableRandom random = new SplittableRandom(isReference ? 1 : 2);
    double[] nothing = new double[ROWS];
    Arrays.fill(nothing, NAN);
    double[] five = new double[ROWS];
    Arrays.fill(five, 5);
    double[] infinite = normal(isReference ? 3 : 4, ROWS);
    infinite[0] = Double.NEGATIVE_INFINITY;
    String[] names =
        IntStream.range(0, ROWS).mapToObj(i -> "n" + random.nextLong()).toArray(String[]::new);
    Populations population =
        of(ROWS)
            .real("constant", five)
            .real("void", nothing)
            .real("unique", normal(isReference ? 5 : 6, ROWS))
            .real("infinite", infinite)
            .real("emptied", isReference ? five : nothing)
            .real("filled", isReference ? nothing : five)
            .categories("names", names)
            .real(isReference ? "gone" : "fresh", five);
    return (isReference ? population.real("turned", five) : population.categories("turned", names))
        .profile();
  }

  static PopulationProfile tiny(int rows) {
    return of(rows)
        .real("number", normal(rows, rows))
        .categories("category", categories("a", rows / 2, "b", rows - rows / 2))
        .profile();
  }

  private static Populations of(int rows) {
    return new Populations(rows);
  }

  private static RowStatus status(DriftReport report, String name) {
    return report.row(name).orElseThrow().measured().status();
  }

  private static DatasetVerdict verdict(
      Populations before, Populations after, DriftOptions options) {
    return DriftReport.of(before.profile(), after.profile(), options).verdict();
  }

  private static DriftRow only(Populations before, Populations after) {
    return DriftReport.of(before.profile(), after.profile(), DriftOptions.STANDARD).rows().get(0);
  }
}
