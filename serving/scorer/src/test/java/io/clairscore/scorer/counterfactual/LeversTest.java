package io.clairscore.scorer.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeversTest {
  private static final Levers LEVERS = Levers.standard();

  @Test
  void onlyTheCreditAskedForMayChange() {
    assertThat(LEVERS.columns())
        .extracting(NumberColumn::name)
        .containsExactlyInAnyOrder("AMT_CREDIT", "AMT_GOODS_PRICE", "AMT_ANNUITY");
  }

  @Test
  void noLeverMayChangeAProtectedAttribute() {
    Lever younger =
        new Lever("YOUNGER", "age", Application.CNT_CHILDREN, List.of(), 0.5, 1, List.of());

    assertThatThrownBy(() -> new Levers(List.of(younger), List.of()))
        .hasMessageContaining("Nobody can be asked to change application.CNT_CHILDREN");
  }

  @Test
  void aCashLoanCanBeLoweredDownToItsPriceAndNotBeyond() {
    Course credit = course(loan(225_000, 200_000, 11_250), "CREDIT", -1);

    assertThat(credit.value(0)).isEqualTo(225_000);
    assertThat(credit.value(1)).isEqualTo(224_999.99);
    assertThat(credit.value(credit.size())).isEqualTo(200_000);
  }

  @Test
  void aProjectCanBeHalvedButNoCreditIsBelowTheSmallest() {
    Course project = course(loan(225_000, 225_000, 11_250), "PROJECT", -1);
    Course small = course(loan(54_000, 54_000, 2_700), "PROJECT", -1);

    assertThat(project.value(project.size())).isEqualTo(112_500);
    assertThat(small.value(small.size())).isEqualTo(45_000);
  }

  @Test
  void anInstalmentMovesWithinUsualDurationsAndTheShareOfIncome() {
    Rows loan = loan(225_000, 225_000, 11_250);

    // 20 instalments; at most 38, and at least 225 000 / 16 875.
    assertThat(end(course(loan, "INSTALMENT", -1))).isEqualTo(5_921.06);
    assertThat(end(course(loan, "INSTALMENT", 1))).isEqualTo(16_875);
    loan.set(Application.AMT_INCOME_TOTAL, 0, 40_000);
    assertThat(end(course(loan, "INSTALMENT", 1))).isEqualTo(14_000);
  }

  @Test
  void anApplicationOutsideABandMayComeNearerButNotGoFurtherOut() {
    Rows loan = loan(225_000, 225_000, 5_000);

    assertThat(courses(loan)).noneMatch(c -> c.lever().name().equals("INSTALMENT") && down(c));
    assertThat(end(course(loan, "INSTALMENT", 1))).isEqualTo(7_500);
    assertThat(end(course(loan, "PROJECT", -1))).isEqualTo(112_500);
  }

  @Test
  void aSmallerProjectKeepsDurationAndShareOfThePrice() {
    Rows loan = loan(225_000, 200_000, 11_250);
    Draft draft = new Draft(loan, LEVERS.columns());
    Rows smaller = draft.with(course(loan, "PROJECT", -1), 180_000);

    assertThat(smaller.number(Application.AMT_CREDIT, 0)).isEqualTo(180_000);
    assertThat(smaller.number(Application.AMT_GOODS_PRICE, 0)).isEqualTo(160_000);
    assertThat(smaller.number(Application.AMT_ANNUITY, 0)).isEqualTo(9_000);
    assertThat(draft.with(course(loan, "PROJECT", -1), 225_000)).isEqualTo(loan);
  }

  @Test
  void ofARevolvingLoanOnlyTheLimitCanBeLowered() {
    Rows loan = loan(225_000, 225_000, 11_250);
    loan.set(Application.NAME_CONTRACT_TYPE, 0, 1);

    assertThat(names(loan)).containsExactly("PROJECT");
  }

  @Test
  void nothingCanBeSaidOfAMissingAmount() {
    Rows loan = loan(Double.NaN, 225_000, Double.NaN);

    assertThat(names(loan)).doesNotContain("PROJECT", "CREDIT", "INSTALMENT");
  }

  @Test
  void amountsAreRoundedAwayFromTheClientsOwn() {
    Course project = course(loan(225_000, 225_000, 11_250), "PROJECT", -1);
    Course shorter = course(loan(225_000, 225_000, 11_250), "INSTALMENT", 1);

    assertThat(project.rounded(206_812.37, 0)).isEqualTo(206_000);
    assertThat(project.rounded(206_812.37, 1)).isEqualTo(206_800);
    assertThat(project.rounded(206_812.37, 4)).isEqualTo(206_812.3);
    assertThat(project.rounded(206_812.37, 5)).isEqualTo(206_812.37);
    assertThat(shorter.rounded(12_345.67, 0)).isEqualTo(12_400);
  }

  private static Rows loan(double credit, double price, double instalment) {
    Rows loan = new Rows(Application.SCHEMA, 1);
    LEVERS.columns().forEach(column -> loan.set(column, 0, 0));
    loan.set(Application.NAME_CONTRACT_TYPE, 0, 0);
    loan.set(Application.AMT_CREDIT, 0, credit);
    loan.set(Application.AMT_GOODS_PRICE, 0, price);
    loan.set(Application.AMT_ANNUITY, 0, instalment);
    loan.set(Application.AMT_INCOME_TOTAL, 0, 100_000);
    return loan;
  }

  private static List<Course> courses(Rows loan) {
    Dossier dossier = new Dossier(Map.of(Table.APPLICATION, loan.copy()));
    return new Courses(LEVERS, new Draft(dossier.application(), LEVERS.columns())).open();
  }

  private static List<String> names(Rows loan) {
    return courses(loan).stream().map(course -> course.lever().name()).toList();
  }

  private static Course course(Rows loan, String lever, int sign) {
    return courses(loan).stream()
        .filter(course -> course.lever().name().equals(lever))
        .filter(course -> down(course) == sign < 0)
        .findFirst()
        .orElseThrow();
  }

  private static boolean down(Course course) {
    return course.value(course.size()) < course.value(0);
  }

  private static double end(Course course) {
    return course.value(course.size());
  }
}
