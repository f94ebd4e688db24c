package io.clairscore.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.use.Ground;
import io.clairscore.features.use.Use;
import io.clairscore.features.use.Uses;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FeatureRulingTest {
  private static final Pattern NAMED = Pattern.compile("([A-Z_0-9]+) = '([^']*)'");

  /** Statistics of statistics that are one of all child rows together. */
  private static final List<String> COLLAPSING =
      List.of("MIN (MIN ", "MAX (MAX ", "SUM (SUM ", "SUM (SIZE ");

  private final List<Feature> features = Catalogue.core().features();

  @Test
  void aFeatureDecidesExactlyIfItsColumnsAndValuesDoAndItsFormulaCanBeSaid() {
    for (Feature feature : features) {
      assertThat(feature.decides())
          .as("%s = %s", feature.name(), feature.formula())
          .isEqualTo(columnsDecide(feature) && valuesDecide(feature) && canBeSaid(feature));
    }
  }

  @Test
  void theGroundIsOneOfItsColumnsOrValuesOrThatItCannotBeSaid() {
    for (Feature feature : features) {
      if (feature.ruling().ground() == Ground.UNSAYABLE) {
        assertThat(canBeSaid(feature)).as(feature.name()).isFalse();
      } else if (!feature.lineage().isEmpty()) {
        assertThat(
                feature.lineage().stream()
                    .anyMatch(
                        column ->
                            Uses.all().of(column).equals(feature.ruling())
                                || column instanceof CategoryColumn category
                                    && category.values().stream()
                                        .anyMatch(
                                            value ->
                                                Uses.all()
                                                    .of(category, value)
                                                    .equals(feature.ruling()))))
            .as("%s: %s", feature.name(), feature.ruling())
            .isTrue();
      }
    }
  }

  @Test
  void saysWhyOfSomeFeatures() {
    assertRuled("EXT_SOURCE_2", Use.DECIDES, Ground.OUTSIDE_RATING);
    assertRuled("INSTAL_DPD_SUM", Use.DECIDES, Ground.COMMITMENTS);
    assertRuled("BURO_MONTHS_BALANCE_MIN_MIN", Use.DECIDES, Ground.COMMITMENTS);
    assertRuled("CC_COUNT", Use.DECIDES, Ground.COMMITMENTS);
    assertRuled("DAYS_EMPLOYED_PERC", Use.MEASURED, Ground.AGE);
    assertRuled("INCOME_PER_PERSON", Use.MEASURED, Ground.FAMILY);
    assertRuled("NAME_INCOME_TYPE_Pensioner", Use.NEVER, Ground.AGE);
    assertRuled("ACTIVE_DAYS_CREDIT_VAR", Use.NEVER, Ground.UNSAYABLE);
    assertRuled("BURO_MONTHS_BALANCE_SIZE_MEAN", Use.NEVER, Ground.UNSAYABLE);
    assertRuled("INSTAL_DAYS_ENTRY_PAYMENT_SUM", Use.NEVER, Ground.UNSAYABLE);
    assertRuled("CC_AMT_BALANCE_SUM", Use.NEVER, Ground.UNSAYABLE);
    assertRuled("PREV_HOUR_APPR_PROCESS_START_MEAN", Use.NEVER, Ground.MOMENT);
  }

  @Test
  void halfOfTheCatalogueMayDecideAndEachNatureOfBarOccurs() {
    assertThat(features).filteredOn(Feature::decides).hasSize(382);
    assertThat(features)
        .extracting(feature -> feature.ruling().ground())
        .contains(Ground.SEX, Ground.AGE, Ground.FAMILY, Ground.RESIDENCE, Ground.OTHER_PEOPLE)
        .contains(Ground.BUILDING, Ground.UNNAMED, Ground.UNSAYABLE, Ground.MOMENT);
  }

  private static boolean columnsDecide(Feature feature) {
    for (Column column : feature.lineage()) {
      if (!Uses.all().of(column).decides()) {
        return false;
      }
    }
    return true;
  }

  /** Reads the values from the formula as a person would. */
  private static boolean valuesDecide(Feature feature) {
    Matcher named = NAMED.matcher(feature.formula());
    while (named.find()) {
      String name = named.group(1);
      String value = named.group(2);
      for (Column column : feature.lineage()) {
        if (column.name().equals(name)
            && !Uses.all().of((CategoryColumn) column, value).decides()) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean canBeSaid(Feature feature) {
    String formula = feature.formula();
    if (formula.contains(" by ")) {
      return COLLAPSING.stream().anyMatch(formula::startsWith);
    }
    String aggregate = feature.aggregate().map(Enum::name).orElse("SIZE");
    return switch (aggregate) {
      case "VAR", "NUNIQUE" -> false;
      case "SUM" -> addsUp(feature, formula);
      case "MEAN" ->
          !formula.contains("MONTHS_BALANCE") && !formula.contains("CNT_INSTALMENT_MATURE_CUM");
      case "MIN" -> !formula.contains("CNT_INSTALMENT_MATURE_CUM");
      default -> true;
    };
  }

  /** Amounts, counts and lengths of time add up; days, shares and monthly levels do not. */
  private static boolean addsUp(Feature feature, String formula) {
    boolean day = formula.startsWith("SUM DAYS_") || formula.contains("MONTHS_BALANCE");
    boolean level =
        formula.matches("SUM .*(AMT_BALANCE|LIMIT_ACTUAL|RECEIVABLE|RECIVABLE|SK_DPD).*")
            || formula.contains("CNT_INSTALMENT_MATURE_CUM");
    return !day && !level && !formula.contains(" / ") && feature.aggregate().isPresent();
  }

  private void assertRuled(String name, Use use, Ground ground) {
    Feature feature = Catalogue.core().feature(name).orElseThrow();
    assertThat(feature.ruling().use()).as(name).isEqualTo(use);
    assertThat(feature.ruling().ground()).as(name).isEqualTo(ground);
  }
}
