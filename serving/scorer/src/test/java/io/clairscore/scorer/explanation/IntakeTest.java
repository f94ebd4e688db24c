package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.RandomModels;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private static final DossierExplainer EXPLAINER =
      DossierExplainer.of(
          RandomModels.bundle(Catalogue.core().names(), 100, 0.1, 2),
          Catalogue.core(),
          ReasonLimits.DEFAULT);

  private static String told(Dossier dossier, Language language) {
    return Narration.in(language, Words.EUROS).tell(EXPLAINER.explain(dossier)).text();
  }

  private static Dossier with(NumberColumn column, double value) {
    Rows application = new Rows(Table.APPLICATION.schema(), 1);
    application.set(Application.AMT_CREDIT, 0, 500_000);
    application.set(column, 0, value);
    return new Dossier(Map.of(Table.APPLICATION, application));
  }

  private static void assertRefused(Dossier dossier, String problem, String reason) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> EXPLAINER.explain(dossier));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.problem()).contains(problem);
    assertThat(refusal.reason()).contains(reason);
    assertThat(refusal).hasMessageContaining(refusal.remedy());
  }

  @Test
  void countsAndTellsUnknownCategories() {
    Dossier one =
        DossierJson.read(
            "{\"application\": {\"AMT_CREDIT\": 1000, \"OCCUPATION_TYPE\": \"Astronaut\"}}");
    Dossier two =
        DossierJson.read(
            "{\"application\": {\"AMT_CREDIT\": 1000, \"OCCUPATION_TYPE\": \"Astronaut\"},"
                + " \"bureau\": [{\"SK_ID_BUREAU\": 1, \"CREDIT_TYPE\": \"Moon loan\"}]}");
    Dossier none = DossierJson.read("{\"application\": {\"AMT_CREDIT\": 1000}}");

    assertThat(EXPLAINER.explain(one).remarks()).isEqualTo(new Remarks(1, 0));
    assertThat(told(one, Language.FRENCH))
        .contains("1 valeur inconnue a été traitée comme manquante.");
    assertThat(told(two, Language.FRENCH))
        .contains("2 valeurs inconnues ont été traitées comme manquantes.");
    assertThat(told(two, Language.ENGLISH)).contains("2 unknown values were treated as missing.");
    assertThat(EXPLAINER.explain(one).score()).isEqualTo(EXPLAINER.explain(none).score());
    assertThat(told(none, Language.FRENCH)).doesNotContain("inconnue");
  }

  @Test
  void countsAndTellsBalancesWithoutTheirCredit() {
    Dossier orphan =
        DossierJson.read(
            "{\"application\": {\"AMT_CREDIT\": 1000},"
                + " \"bureau\": [{\"SK_ID_BUREAU\": 1, \"DAYS_CREDIT\": -30}],"
                + " \"bureau_balance\": [{\"SK_ID_BUREAU\": 1, \"MONTHS_BALANCE\": -1},"
                + " {\"SK_ID_BUREAU\": 2, \"MONTHS_BALANCE\": -1}]}");

    assertThat(EXPLAINER.explain(orphan).remarks()).isEqualTo(new Remarks(0, 1));
    assertThat(told(orphan, Language.FRENCH))
        .contains("1 ligne d’historique sans crédit correspondant a été laissée de côté.");
  }

  @Test
  void usesOtherHistoriesWithoutTheirApplication() {
    Dossier dossier =
        DossierJson.read(
            "{\"application\": {\"AMT_CREDIT\": 1000}, \"installments_payments\":"
                + " [{\"SK_ID_PREV\": 9, \"AMT_INSTALMENT\": 10, \"AMT_PAYMENT\": 10}]}");

    assertThat(EXPLAINER.explain(dossier).remarks()).isEqualTo(Remarks.NONE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 1e300})
  void refusesANumberThatCannotBeInsteadOfScoringIt(double value) {
    assertRefused(
        with(Application.AMT_INCOME_TOTAL, value),
        "impossible number",
        "application.AMT_INCOME_TOTAL, row 1");
  }

  @Test
  void takesTheValueThatTheSourceWritesForNoDate() {
    Dossier retired = with(Application.DAYS_EMPLOYED, NumberColumn.NO_DATE);

    assertThat(EXPLAINER.explain(retired).remarks()).isEqualTo(Remarks.NONE);
  }

  @Test
  void refusesAnInfiniteNumberInADocument() {
    assertThatThrownBy(() -> DossierJson.read("{\"application\": {\"AMT_CREDIT\": 1e999}}"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("impossible number");
  }

  @Test
  void refusesADossierOfWhichNothingIsKnown() {
    assertRefused(DossierJson.read("{\"application\": {}}"), "says nothing", "empty or unknown");
    assertRefused(
        DossierJson.read(
            "{\"application\": {\"SK_ID_CURR\": 5, \"TARGET\": 1, \"CODE_GENDER\": \"?\"}}"),
        "says nothing",
        "empty or unknown");
    assertThatThrownBy(() -> DossierJson.read("{}"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no application");
  }

  @Test
  void tellsWhatIsMissingOfADossierOfWhichLittleIsKnown() {
    Explanation explanation =
        EXPLAINER.explain(DossierJson.read("{\"application\": {\"AMT_CREDIT\": 1000}}"));

    assertThat(explanation.reasons()).anyMatch(Reason::absent);
  }
}
