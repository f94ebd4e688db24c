package io.clairscore.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each line of Evidently's table of default tests, on both sides of its limits. */
class EvidentlyRulesTest {

  @Test
  void sizeTypeAndNumberOfValuesChooseTheTest() {
    assertThat(ruleOfNumbers(1000, 6)).isEqualTo(TestChoice.EVIDENTLY_KS);
    assertThat(ruleOfNumbers(1000, 5)).isEqualTo(TestChoice.EVIDENTLY_CHI_SQUARE);
    assertThat(ruleOfNumbers(1000, 3)).isEqualTo(TestChoice.EVIDENTLY_CHI_SQUARE);
    assertThat(ruleOfNumbers(1000, 2)).isEqualTo(TestChoice.EVIDENTLY_Z);
    assertThat(ruleOfNumbers(1001, 6)).isEqualTo(TestChoice.EVIDENTLY_WASSERSTEIN);
    assertThat(ruleOfNumbers(1001, 5)).isEqualTo(TestChoice.EVIDENTLY_FEW_VALUES);
    assertThat(ruleOfCategories(1000, 3)).isEqualTo(TestChoice.EVIDENTLY_CHI_SQUARE);
    assertThat(ruleOfCategories(1000, 2)).isEqualTo(TestChoice.EVIDENTLY_Z);
    assertThat(ruleOfCategories(1001, 2)).isEqualTo(TestChoice.EVIDENTLY_CATEGORIES);
    assertThat(ruleOfCategories(1001, 700)).as("a text").isEqualTo(TestChoice.NONE);
  }

  @Test
  void integersOfFewValuesAreCategoriesUnlessOneIsMissing() {
    double[] codes = IntStream.range(0, 2000).mapToDouble(i -> i % 10).toArray();
    double[] holed = codes.clone();
    holed[0] = Double.NaN;

    assertThat(integers(codes, codes)).isEqualTo(TestChoice.EVIDENTLY_CATEGORIES);
    assertThat(integers(codes, holed)).isEqualTo(TestChoice.EVIDENTLY_WASSERSTEIN);
    assertThat(integers(holed, codes))
        .as("the current data say what a column is")
        .isEqualTo(TestChoice.EVIDENTLY_CATEGORIES);
  }

  @Test
  void missingRowsDoNotCountAsRows() {
    double[] holed = IntStream.range(0, 1500).mapToDouble(i -> i < 500 ? Double.NaN : i).toArray();

    assertThat(report(1500, holed).row("x").orElseThrow().measured().evidently().rule())
        .isEqualTo(TestChoice.EVIDENTLY_KS);
  }

  @Test
  void itsRulesDecideWhereTheyAreChosen() {
    SplittableRandom random = new SplittableRandom(1);
    double[] before = random.doubles(3000).toArray();
    double[] after = random.doubles(3000).toArray();
    Arrays.fill(after, 0, 1000, Double.NaN);
    DriftOptions parity = DriftOptions.STANDARD.with(DriftPolicy.STANDARD.with(RuleSet.EVIDENTLY));

    DriftReport theirs =
        DriftReport.of(
            new Populations(3000).real("x", before).profile(),
            new Populations(3000).real("x", after).profile(),
            parity);

    assertThat(theirs.row("x").orElseThrow().severity()).isEqualTo(Severity.STABLE);
    assertThat(theirs.verdict().alarm()).isFalse();
  }

  @Test
  void halfOfTheColumnsAreAnAlarm() {
    Populations before = new Populations(1500);
    Populations after = new Populations(1500);
    for (int i = 0; i < 4; i++) {
      before.real("x" + i, DriftReportTest.normal(i, 1500));
      after.real(
          "x" + i, DriftReportTest.shifted(DriftReportTest.normal(9 + i, 1500), i < 2 ? 0.4 : 0));
    }
    DriftOptions parity = DriftOptions.STANDARD.with(DriftPolicy.STANDARD.with(RuleSet.EVIDENTLY));

    DatasetVerdict verdict = DriftReport.of(before.profile(), after.profile(), parity).verdict();

    assertThat(verdict.byEvidently().evidentlyShare()).isEqualTo(0.5);
    assertThat(verdict.alarm()).isTrue();
  }

  private static TestChoice ruleOfNumbers(int rows, int values) {
    double[] numbers = IntStream.range(0, rows).mapToDouble(i -> i % values + 0.5).toArray();
    return report(rows, numbers).row("x").orElseThrow().measured().evidently().rule();
  }

  private static DriftReport report(int rows, double[] numbers) {
    return DriftReport.of(
        new Populations(rows).real("x", numbers).profile(),
        new Populations(rows).real("x", numbers).profile(),
        DriftOptions.STANDARD);
  }

  private static TestChoice integers(double[] before, double[] after) {
    return DriftReport.of(
            new Populations(before.length).integers("x", before).profile(),
            new Populations(after.length).integers("x", after).profile(),
            DriftOptions.STANDARD)
        .rows()
        .get(0)
        .measured()
        .evidently()
        .rule();
  }

  private static TestChoice ruleOfCategories(int rows, int values) {
    String[] names =
        IntStream.range(0, rows).mapToObj(i -> "c" + i % values).toArray(String[]::new);
    Populations population = new Populations(rows).categories("x", names);
    return DriftReport.of(population.profile(), population.profile(), DriftOptions.STANDARD)
        .rows()
        .get(0)
        .measured()
        .evidently()
        .rule();
  }
}
