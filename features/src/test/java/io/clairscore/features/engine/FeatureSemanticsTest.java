package io.clairscore.features.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each trap of the feature semantics on a dossier small enough to compute by hand. */
class FeatureSemanticsTest {
  private static final FeatureEngine ENGINE = new FeatureEngine(Catalogue.core());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "null",
      value = {
        "\"CODE_GENDER\": \"F\"                    | CODE_GENDER                  | 1",
        "\"CODE_GENDER\": \"M\"                    | CODE_GENDER                  | 0",
        "\"CODE_GENDER\": \"XNA\"                  | CODE_GENDER                  | null",
        "\"CODE_GENDER\": \"other\"                | CODE_GENDER                  | null",
        "\"CODE_GENDER\": null                     | CODE_GENDER                  | null",
        "\"FLAG_OWN_CAR\": \"N\"                   | FLAG_OWN_CAR                 | 0",
        "\"FLAG_OWN_REALTY\": \"Y\"                | FLAG_OWN_REALTY              | 1",
        "\"DAYS_EMPLOYED\": 365243                 | DAYS_EMPLOYED                | null",
        "\"DAYS_EMPLOYED\": -10                    | DAYS_EMPLOYED                | -10",
        "\"DAYS_EMPLOYED\": 365243, \"DAYS_BIRTH\": -9000 | DAYS_EMPLOYED_PERC     | null",
        "\"DAYS_EMPLOYED\": -900, \"DAYS_BIRTH\": -9000   | DAYS_EMPLOYED_PERC     | 0.1",
        "\"AMT_INCOME_TOTAL\": 117000000           | AMT_INCOME_TOTAL             | 20000000",
        "\"AMT_INCOME_TOTAL\": 117000000, \"AMT_CREDIT\": 1000000 | INCOME_CREDIT_PERC | 20",
        "\"AMT_INCOME_TOTAL\": 117000000, \"AMT_ANNUITY\": 20000  | ANNUITY_INCOME_PERC | 0.001",
        "\"AMT_INCOME_TOTAL\": 90000, \"CNT_FAM_MEMBERS\": 3      | INCOME_PER_PERSON | 30000",
        "\"AMT_INCOME_TOTAL\": 0, \"AMT_ANNUITY\": 20000          | ANNUITY_INCOME_PERC | null",
        "\"AMT_CREDIT\": 0, \"AMT_ANNUITY\": 0     | PAYMENT_RATE                 | null",
        "\"AMT_CREDIT\": 1000, \"AMT_ANNUITY\": 50 | PAYMENT_RATE                 | 0.05",
        "\"AMT_CREDIT\": 1000                      | PAYMENT_RATE                 | null",
        "\"DAYS_LAST_PHONE_CHANGE\": 0             | DAYS_LAST_PHONE_CHANGE       | null",
        "\"DAYS_LAST_PHONE_CHANGE\": -1            | DAYS_LAST_PHONE_CHANGE       | -1",
        "\"REGION_RATING_CLIENT_W_CITY\": -1       | REGION_RATING_CLIENT_W_CITY  | null",
        "\"OWN_CAR_AGE\": 91                       | OWN_CAR_AGE                  | 91",
        "\"ORGANIZATION_TYPE\": \"XNA\"            | ORGANIZATION_TYPE_XNA        | 1",
        "\"ORGANIZATION_TYPE\": \"Bank\"           | ORGANIZATION_TYPE_XNA        | 0",
        "\"NAME_FAMILY_STATUS\": \"Unknown\"       | NAME_FAMILY_STATUS_Unknown   | 1",
        "\"NAME_INCOME_TYPE\": \"Maternity leave\" | NAME_INCOME_TYPE_Maternity_leave | 1",
        "\"NAME_INCOME_TYPE\": null                | NAME_INCOME_TYPE_Working     | 0",
        "\"NAME_INCOME_TYPE\": \"Astronaut\"       | NAME_INCOME_TYPE_Working     | 0",
        "\"CNT_CHILDREN\": 0                       | CNT_CHILDREN                 | 0",
      })
  void applications(String cells, String feature, Float expected) {
    expect("{\"application\": {" + cells + "}}", feature, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        // Two active credits of 100 and 300 and a closed one without amounts, overdue and dates.
        "BURO_AMT_CREDIT_SUM_MEAN            | 200",
        "BURO_AMT_CREDIT_SUM_SUM             | 400",
        "ACTIVE_AMT_CREDIT_SUM_MAX           | 300",
        "CLOSED_AMT_CREDIT_SUM_SUM           | null",
        "CLOSED_AMT_CREDIT_SUM_MEAN          | null",
        // Sample variances: of -100, -200, -300; of -100, -200; of one value.
        "BURO_DAYS_CREDIT_VAR                | 10000",
        "ACTIVE_DAYS_CREDIT_VAR              | 5000",
        "CLOSED_DAYS_CREDIT_VAR              | null",
        // Of -41000, 31000 and 500, the first is impossible and there is no upper cap.
        "BURO_DAYS_CREDIT_ENDDATE_MIN        | 500",
        "BURO_DAYS_CREDIT_ENDDATE_MAX        | 31000",
        "BURO_DAYS_CREDIT_ENDDATE_MEAN       | 15750",
        // -40000 itself stays.
        "BURO_DAYS_CREDIT_UPDATE_MEAN        | -40000",
        // The row of unknown status is in the denominator.
        "BURO_CREDIT_ACTIVE_Active_MEAN      | 0.5",
        "BURO_CREDIT_ACTIVE_Closed_MEAN      | 0.25",
        "BURO_CREDIT_ACTIVE_Sold_MEAN        | 0",
        // Credit 1 has four balances from -3 to 0, credit 3 one without month; 9 is unknown.
        "BURO_MONTHS_BALANCE_MIN_MIN         | -3",
        "BURO_MONTHS_BALANCE_MAX_MAX         | 0",
        "BURO_MONTHS_BALANCE_SIZE_MEAN       | 2.5",
        "BURO_MONTHS_BALANCE_SIZE_SUM        | 5",
        "ACTIVE_MONTHS_BALANCE_SIZE_SUM      | 4",
        "CLOSED_MONTHS_BALANCE_SIZE_MEAN     | 1",
        "CLOSED_MONTHS_BALANCE_MIN_MIN       | null",
        // Per credit 2/4 and 0/1 are C; the balance without status is in the denominator.
        "BURO_STATUS_C_MEAN_MEAN             | 0.25",
        "BURO_STATUS_0_MEAN_MEAN             | 0.125",
        "BURO_STATUS_X_MEAN_MEAN             | 0.5",
        "BURO_STATUS_5_MEAN_MEAN             | 0",
      })
  void credits(String feature, Float expected) {
    String document =
        """
        {"application": {},
         "bureau": [
           {"SK_ID_BUREAU": 1, "CREDIT_ACTIVE": "Active", "DAYS_CREDIT": -100,
            "AMT_CREDIT_SUM": 100, "DAYS_CREDIT_ENDDATE": -41000, "DAYS_CREDIT_UPDATE": -40000},
           {"SK_ID_BUREAU": 2, "CREDIT_ACTIVE": "Active", "DAYS_CREDIT": -200,
            "AMT_CREDIT_SUM": 300, "DAYS_CREDIT_ENDDATE": 31000, "DAYS_CREDIT_UPDATE": -40001},
           {"SK_ID_BUREAU": 3, "CREDIT_ACTIVE": "Closed", "DAYS_CREDIT": -300,
            "DAYS_CREDIT_ENDDATE": 500},
           {"SK_ID_BUREAU": 4, "CREDIT_ACTIVE": "Opened"}],
         "bureau_balance": [
           {"SK_ID_BUREAU": 9, "MONTHS_BALANCE": -90, "STATUS": "5"},
           {"SK_ID_BUREAU": 3, "STATUS": "X"},
           {"SK_ID_BUREAU": 1, "MONTHS_BALANCE": 0, "STATUS": "C"},
           {"SK_ID_BUREAU": 1, "MONTHS_BALANCE": -1, "STATUS": "C"},
           {"SK_ID_BUREAU": 1, "MONTHS_BALANCE": -2, "STATUS": "0"},
           {"SK_ID_BUREAU": 1, "MONTHS_BALANCE": -3}]}
        """;
    expect(document, feature, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        // Ratios 100/50, unknown (over 0) and 30/60.
        "PREV_APP_CREDIT_PERC_MAX            | 2",
        "PREV_APP_CREDIT_PERC_MEAN           | 1.25",
        "PREV_APP_CREDIT_PERC_VAR            | 1.125",
        "PREV_AMT_DOWN_PAYMENT_MIN           | 0",
        "PREV_AMT_DOWN_PAYMENT_MEAN          | 5",
        "PREV_RATE_DOWN_PAYMENT_MIN          | 0",
        "PREV_CNT_PAYMENT_SUM                | 0",
        "APPROVED_AMT_APPLICATION_MEAN       | 100",
        "APPROVED_APP_CREDIT_PERC_VAR        | null",
        "REFUSED_AMT_APPLICATION_MEAN        | 30",
        "PREV_NAME_CONTRACT_STATUS_Approved_MEAN | 0.33333334",
        "PREV_NAME_CONTRACT_STATUS_Unused_offer_MEAN | 0",
        "PREV_CODE_REJECT_REASON_XAP_MEAN    | 0.33333334",
      })
  void previousApplications(String feature, Float expected) {
    String document =
        """
        {"application": {},
         "previous_application": [
           {"SK_ID_PREV": 1, "NAME_CONTRACT_STATUS": "Approved", "AMT_APPLICATION": 100,
            "AMT_CREDIT": 50, "AMT_DOWN_PAYMENT": -0.9, "RATE_DOWN_PAYMENT": -0.01,
            "CNT_PAYMENT": 0, "CODE_REJECT_REASON": "XAP"},
           {"SK_ID_PREV": 2, "NAME_CONTRACT_STATUS": "Canceled", "AMT_APPLICATION": 0,
            "AMT_CREDIT": 0, "AMT_DOWN_PAYMENT": 10},
           {"SK_ID_PREV": 3, "NAME_CONTRACT_STATUS": "Refused", "AMT_APPLICATION": 30,
            "AMT_CREDIT": 60}]}
        """;
    expect(document, feature, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "INSTAL_COUNT                        | 5",
        // Two days late, five early, never paid (unknown), and rows without a due day or amounts.
        "INSTAL_DPD_MAX                      | 2",
        "INSTAL_DPD_MEAN                     | 1",
        "INSTAL_DPD_SUM                      | 2",
        "INSTAL_DBD_SUM                      | 5",
        // 50/100, 100/100, 0 (never paid), unknown (due 0), unknown (nothing known).
        "INSTAL_PAYMENT_PERC_MAX             | 1",
        "INSTAL_PAYMENT_PERC_MEAN            | 0.5",
        "INSTAL_PAYMENT_PERC_SUM             | 1.5",
        "INSTAL_PAYMENT_PERC_VAR             | 0.25",
        // 50, 0, unknown (never paid), -7, unknown.
        "INSTAL_PAYMENT_DIFF_MAX             | 50",
        "INSTAL_PAYMENT_DIFF_SUM             | 43",
        "INSTAL_AMT_PAYMENT_MIN              | 7",
        "INSTAL_NUM_INSTALMENT_VERSION_NUNIQUE | 2",
        "INSTAL_DAYS_ENTRY_PAYMENT_MAX       | -20",
      })
  void instalments(String feature, Float expected) {
    String document =
        """
        {"application": {},
         "installments_payments": [
           {"NUM_INSTALMENT_VERSION": 1, "DAYS_INSTALMENT": -22, "DAYS_ENTRY_PAYMENT": -20,
            "AMT_INSTALMENT": 100, "AMT_PAYMENT": 50},
           {"NUM_INSTALMENT_VERSION": 1, "DAYS_INSTALMENT": -50, "DAYS_ENTRY_PAYMENT": -55,
            "AMT_INSTALMENT": 100, "AMT_PAYMENT": 100},
           {"NUM_INSTALMENT_VERSION": 2, "DAYS_INSTALMENT": -80, "AMT_INSTALMENT": 100},
           {"DAYS_ENTRY_PAYMENT": -90, "AMT_INSTALMENT": 0, "AMT_PAYMENT": 7},
           {}]}
        """;
    expect(document, feature, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "POS_COUNT                           | 2",
        "POS_MONTHS_BALANCE_SIZE             | 2",
        "POS_MONTHS_BALANCE_MEAN             | -4",
        "POS_SK_DPD_MAX                      | null",
        "POS_NAME_CONTRACT_STATUS_Active_MEAN | 0.5",
        "CC_COUNT                            | 2",
        "CC_AMT_DRAWINGS_ATM_CURRENT_MIN     | 40",
        "CC_AMT_DRAWINGS_CURRENT_SUM         | null",
        "CC_AMT_DRAWINGS_OTHER_CURRENT_MIN   | -3",
        "CC_AMT_BALANCE_MIN                  | -8",
        "CC_AMT_BALANCE_VAR                  | 0",
      })
  void balances(String feature, Float expected) {
    String document =
        """
        {"application": {},
         "POS_CASH_balance": [
           {"SK_ID_PREV": 1, "MONTHS_BALANCE": -4, "NAME_CONTRACT_STATUS": "Active"}, {}],
         "credit_card_balance": [
           {"SK_ID_PREV": 1, "AMT_DRAWINGS_ATM_CURRENT": -5, "AMT_DRAWINGS_CURRENT": -5,
            "AMT_DRAWINGS_OTHER_CURRENT": -3, "AMT_BALANCE": -8},
           {"SK_ID_PREV": 2, "AMT_DRAWINGS_ATM_CURRENT": 40, "AMT_BALANCE": -8}]}
        """;
    expect(document, feature, expected);
  }

  @Test
  void aClientWithoutHistoryHasNoHistoryFeatureNotEvenACountOrAShare() {
    Dossier dossier = DossierJson.read("{\"application\": {}}");
    float[] vector = ENGINE.compute(dossier);
    ENGINE.catalogue().features().stream()
        .filter(feature -> !feature.family().startsWith("APP-"))
        .forEach(feature -> assertThat(vector[feature.index()]).as(feature.name()).isNaN());
  }

  @Test
  void rowsThatSayNothingAreCountedAndHaveZeroDistinctValuesAndZeroShares() {
    String document =
        """
        {"application": {}, "installments_payments": [{}, {}], "POS_CASH_balance": [{}]}
        """;
    expect(document, "INSTAL_COUNT", 2f);
    expect(document, "INSTAL_NUM_INSTALMENT_VERSION_NUNIQUE", 0f);
    expect(document, "INSTAL_AMT_PAYMENT_SUM", null);
    expect(document, "POS_NAME_CONTRACT_STATUS_Active_MEAN", 0f);
  }

  @Test
  void theVarianceOfLargeCloseAmountsKeepsItsDigits() {
    String document =
        """
        {"application": {},
         "credit_card_balance": [
           {"AMT_BALANCE": 99999999.25}, {"AMT_BALANCE": 99999999.5}, {"AMT_BALANCE": 99999999.75}]}
        """;
    expect(document, "CC_AMT_BALANCE_VAR", 0.0625f);
  }

  private static void expect(String document, String feature, Float expected) {
    List<String> names = ENGINE.catalogue().names();
    float actual = ENGINE.compute(DossierJson.read(document))[names.indexOf(feature.strip())];
    // As objects, because NaN equals itself only as an object.
    Object missingOrExpected = expected == null ? Float.NaN : expected;
    assertThat((Object) actual).as(feature).isEqualTo(missingOrExpected);
  }
}
