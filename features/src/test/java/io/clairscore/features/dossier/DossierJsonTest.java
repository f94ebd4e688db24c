package io.clairscore.features.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clairscore.features.RandomDossiers;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierJsonTest {

  @Test
  void whatWasWrittenIsReadExactly() {
    RandomDossiers dossiers = new RandomDossiers(3);
    for (int i = 0; i < 100; i++) {
      Dossier dossier = dossiers.next();
      String document = DossierJson.write(dossier);
      Dossier read = DossierJson.read(document);
      assertThat(read).as(document).isEqualTo(dossier);
      assertThat(read.unseenCount()).isEqualTo(dossier.unseenCount());
      assertThat(DossierJson.write(read)).isEqualTo(document);
    }
  }

  @Test
  void aCellIsMissingWhetherItIsNullOrAbsent() {
    Dossier dossier =
        DossierJson.read(
            """
            {"application": {"SK_ID_CURR": 7, "AMT_CREDIT": null, "CODE_GENDER": null},
             "bureau": null}
            """);
    assertThat(dossier.clientId()).isEqualTo(7);
    Rows application = dossier.application();
    assertThat(application.number(Application.AMT_CREDIT, 0)).isNaN();
    assertThat(application.number(Application.AMT_ANNUITY, 0)).isNaN();
    assertThat(application.code(Application.CODE_GENDER, 0)).isEqualTo(CategoryColumn.MISSING);
    assertThat(dossier.rows(Table.BUREAU).isEmpty()).isTrue();
    assertThat(dossier.unseenCount()).isZero();
  }

  @Test
  void wholeNumbersMayBeWrittenWithADecimalPoint() {
    Dossier dossier = DossierJson.read("{\"application\": {\"DAYS_BIRTH\": -12000.0}}");
    assertThat(dossier.application().number(Application.DAYS_BIRTH, 0)).isEqualTo(-12000);
  }

  @Test
  void anUnknownCategoryIsUnseenAndCounted() {
    Dossier dossier =
        DossierJson.read(
            """
            {"application": {"CODE_GENDER": "X"},
             "bureau": [{"CREDIT_ACTIVE": "Opened"}, {"CREDIT_ACTIVE": "Active"}]}
            """);
    assertThat(dossier.unseenCount()).isEqualTo(2);
    assertThat(dossier.application().code(Application.CODE_GENDER, 0))
        .isEqualTo(CategoryColumn.UNSEEN);
    assertThat(DossierJson.write(dossier)).contains("\"CODE_GENDER\":\"(unseen)\"");
  }

  @Test
  void noCategoryIsWrittenLikeAnUnseenOne() {
    for (Table table : Table.values()) {
      for (Column column : table.schema().columns()) {
        if (column instanceof CategoryColumn category) {
          assertThat(category.values()).doesNotContain(DossierJson.UNSEEN);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                                | The document is array, not an object.",
        "{}                                                | The dossier has no application.",
        "{\"application\": null}                           | The dossier has no application.",
        "{\"application\": []}                             | application is array, not an object.",
        "{\"aplication\": {}}                              | Unknown property 'aplication' in the document.",
        "{\"application\": {\"AMT_CREDITS\": 1}}           | Unknown property 'AMT_CREDITS' in application.",
        "{\"application\": {}, \"bureau\": {}}             | bureau is object, not a list.",
        "{\"application\": {}, \"bureau\": [3]}            | bureau[0] is number, not an object.",
        "{\"application\": {}, \"bureau\": [{}, {\"X\": 1}]} | Unknown property 'X' in bureau[1].",
        "{\"application\": {\"AMT_CREDIT\": \"1\"}}        | application.AMT_CREDIT is string, not a number.",
        "{\"application\": {\"FLAG_PHONE\": true}}         | application.FLAG_PHONE is boolean, not a number.",
        "{\"application\": {\"CODE_GENDER\": 1}}           | application.CODE_GENDER is number, not text.",
        "{\"application\": {\"AMT_CREDIT\": 1e400}}        | application.AMT_CREDIT holds an impossible number.",
        "{\"application\": {\"AMT_CREDIT\": -1}}           | application.AMT_CREDIT holds an impossible number.",
        "{\"application\": {\"DAYS_BIRTH\": -12000.5}}     | application.DAYS_BIRTH holds an impossible number.",
        "{\"application\": {\"SK_ID_CURR\": 99999999999999999999}} | application.SK_ID_CURR holds an impossible number.",
      })
  void aDocumentThatIsNoDossierIsRefusedByName(String document, String problem) {
    Refusal refused = catchThrowableOfType(Refusal.class, () -> DossierJson.read(document));
    assertThat(refused.problem()).isEqualTo(problem);
    assertThat(refused.reason()).isNotBlank();
    assertThat(refused.remedy()).isNotBlank();
    assertThat(refused).hasMessageContainingAll(refused.problem(), "Cause: ", "Remedy: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"application\": {\"AMT_CREDIT\": NaN}}",
        "{\"application\": {\"AMT_CREDIT\": Infinity}}",
        "{\"application\": {}} {}",
        "{\"application\": {}, \"application\": {}}",
        "{\"application\": {\"AMT_CREDIT\": 1, \"AMT_CREDIT\": 2}}",
      })
  void aDocumentThatIsNotJsonIsRefused(String document) {
    assertThatThrownBy(() -> DossierJson.read(document))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Remedy: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"application\": {\"AMT_CREDIT\": MARKED77}}",
        "{\"MARKED77\": 1, \"MARKED77\": 2}",
        "{\"application\": {\"CODE_GENDER\": \"MARKED77",
        "{\"application\": {\"CODE_GENDER\": 'MARKED77'}}",
        "{\"application\": \"MARKED77\"}",
        "{\"application\": {\"AMT_CREDIT\": \"MARKED77\"}}",
        "{\"application\": {\"CODE_GENDER\": [\"MARKED77\"]}}",
        "{} MARKED77"
      })
  void whatADocumentHoldsIsNotTold(String document) {
    assertThatThrownBy(() -> DossierJson.read(document))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Remedy")
        .hasMessageNotContaining("MARKED77");
  }

  @Test
  void anImpossibleNumberIsExplainedWithoutBeingRepeated() {
    assertThatThrownBy(() -> DossierJson.read("{\"application\": {\"DAYS_EMPLOYED\": 987654}}"))
        .hasMessageContaining("whole numbers from -25000 to 0, or 365243")
        .hasMessageNotContaining("987654");
  }

  @Test
  void rowsOfAnotherClientAreRefused() {
    String document =
        """
        {"application": {"SK_ID_CURR": 7}, "bureau": [{"SK_ID_CURR": 7}, {"SK_ID_CURR": 8}]}
        """;
    assertThatThrownBy(() -> DossierJson.read(document))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("bureau[1].SK_ID_CURR is not the client of the application.");
  }

  @Test
  void aRowSentTwiceIsRefusedButPaymentsMayRepeat() {
    String credit = "{\"SK_ID_BUREAU\": 5, \"DAYS_CREDIT\": -3}";
    assertThatThrownBy(() -> DossierJson.read(document("bureau", credit)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Two rows of bureau have the same SK_ID_BUREAU.");
    String payment = "{\"SK_ID_PREV\": 5, \"AMT_PAYMENT\": 3.5}";
    Dossier dossier = DossierJson.read(document("installments_payments", payment));
    assertThat(dossier.rows(Table.INSTALLMENTS_PAYMENTS).size()).isEqualTo(2);
  }

  @Test
  void rowsStandInTheOrderOfTheirKey() {
    Dossier dossier =
        DossierJson.read(
            """
            {"application": {}, "bureau": [{"SK_ID_BUREAU": 9}, {"SK_ID_BUREAU": 2}]}
            """);
    assertThat(dossier.rows(Table.BUREAU).number(Bureau.SK_ID_BUREAU, 0)).isEqualTo(2);
  }

  private static String document(String table, String row) {
    return "{\"application\": {}, \"" + table + "\": [" + row + ", " + row + "]}";
  }
}
