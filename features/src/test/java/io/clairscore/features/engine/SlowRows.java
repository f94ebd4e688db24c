package io.clairscore.features.engine;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The rows of the oracle: maps from column to value, null if missing, cleaned and derived. */
final class SlowRows {
  private SlowRows() {}

  static List<Map<String, Object>> cleaned(Dossier dossier, String table) {
    List<Map<String, Object>> rows = raw(dossier, table);
    List<Map<String, Object>> balances = raw(dossier, "bureau_balance");
    for (Map<String, Object> row : rows) {
      switch (table) {
        case "application" -> application(row);
        case "bureau" -> bureau(row, balances);
        case "previous_application" -> previous(row);
        case "installments_payments" -> instalment(row);
        case "credit_card_balance" -> {
          nullIf(row, "AMT_DRAWINGS_ATM_CURRENT", amount -> amount < 0);
          nullIf(row, "AMT_DRAWINGS_CURRENT", amount -> amount < 0);
        }
        default -> {}
      }
    }
    return rows;
  }

  private static List<Map<String, Object>> raw(Dossier dossier, String table) {
    Rows rows = dossier.rows(Table.named(table).orElseThrow());
    List<Map<String, Object>> maps = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Map<String, Object> map = new HashMap<>();
      for (Column column : rows.schema().columns()) {
        map.put(column.name(), cell(rows, column, row));
      }
      maps.add(map);
    }
    return maps;
  }

  private static Object cell(Rows rows, Column column, int row) {
    if (column instanceof NumberColumn number) {
      double value = rows.number(number, row);
      return Double.isNaN(value) ? null : value;
    }
    CategoryColumn category = (CategoryColumn) column;
    int code = rows.code(category, row);
    return code < 0 ? null : category.values().get(code);
  }

  private static void application(Map<String, Object> row) {
    Map<String, Double> binary = new HashMap<>(Map.of("F", 1.0, "M", 0.0, "Y", 1.0, "N", 0.0));
    for (String column : List.of("CODE_GENDER", "FLAG_OWN_CAR", "FLAG_OWN_REALTY")) {
      row.put(column, binary.get(row.get(column)));
    }
    nullIf(row, "DAYS_EMPLOYED", days -> days == 365243);
    nullIf(row, "DAYS_LAST_PHONE_CHANGE", days -> days == 0);
    nullIf(row, "REGION_RATING_CLIENT_W_CITY", rating -> rating == -1);
    if (number(row, "AMT_INCOME_TOTAL") != null && number(row, "AMT_INCOME_TOTAL") > 20e6) {
      row.put("AMT_INCOME_TOTAL", 20e6);
    }
    row.put("DAYS_EMPLOYED_PERC", ratio(row, "DAYS_EMPLOYED", "DAYS_BIRTH"));
    row.put("INCOME_CREDIT_PERC", ratio(row, "AMT_INCOME_TOTAL", "AMT_CREDIT"));
    row.put("INCOME_PER_PERSON", ratio(row, "AMT_INCOME_TOTAL", "CNT_FAM_MEMBERS"));
    row.put("ANNUITY_INCOME_PERC", ratio(row, "AMT_ANNUITY", "AMT_INCOME_TOTAL"));
    row.put("PAYMENT_RATE", ratio(row, "AMT_ANNUITY", "AMT_CREDIT"));
  }

  private static void bureau(Map<String, Object> credit, List<Map<String, Object>> balances) {
    for (String day : List.of("DAYS_CREDIT_ENDDATE", "DAYS_ENDDATE_FACT", "DAYS_CREDIT_UPDATE")) {
      nullIf(credit, day, days -> days < -40_000);
    }
    List<Map<String, Object>> own =
        balances.stream()
            .filter(balance -> balance.get("SK_ID_BUREAU").equals(credit.get("SK_ID_BUREAU")))
            .toList();
    List<Double> months =
        own.stream().map(b -> number(b, "MONTHS_BALANCE")).filter(Objects::nonNull).toList();
    Comparator<Double> order = Comparator.naturalOrder();
    credit.put("MONTHS_BALANCE_MIN", months.stream().min(order).orElse(null));
    credit.put("MONTHS_BALANCE_MAX", months.stream().max(order).orElse(null));
    credit.put("MONTHS_BALANCE_SIZE", own.isEmpty() ? null : (double) own.size());
    for (String status : List.of("0", "1", "2", "3", "4", "5", "C", "X")) {
      double with = own.stream().filter(b -> status.equals(b.get("STATUS"))).count();
      credit.put("STATUS_" + status + "_MEAN", own.isEmpty() ? null : with / own.size());
    }
  }

  private static void previous(Map<String, Object> row) {
    for (String column : List.of("AMT_DOWN_PAYMENT", "RATE_DOWN_PAYMENT")) {
      if (number(row, column) != null && number(row, column) < 0) {
        row.put(column, 0.0);
      }
    }
    row.put("APP_CREDIT_PERC", ratio(row, "AMT_APPLICATION", "AMT_CREDIT"));
  }

  private static void instalment(Map<String, Object> row) {
    Double paidOn = number(row, "DAYS_ENTRY_PAYMENT");
    Double dueOn = number(row, "DAYS_INSTALMENT");
    boolean dated = paidOn != null && dueOn != null;
    row.put("DPD", dated ? Math.max(0, paidOn - dueOn) : null);
    row.put("DBD", dated ? Math.max(0, dueOn - paidOn) : null);
    Double paid = number(row, "AMT_PAYMENT");
    Double due = number(row, "AMT_INSTALMENT");
    boolean neverPaid = paid == null && due != null && due != 0;
    row.put("PAYMENT_PERC", neverPaid ? (Double) 0.0 : ratio(row, "AMT_PAYMENT", "AMT_INSTALMENT"));
    row.put("PAYMENT_DIFF", paid == null || due == null ? null : (Double) (due - paid));
  }

  private static Double ratio(Map<String, Object> row, String numerator, String denominator) {
    Double a = number(row, numerator);
    Double b = number(row, denominator);
    return a == null || b == null || b == 0 ? null : (Double) (a / b);
  }

  private static void nullIf(Map<String, Object> row, String column, Predicate<Double> wrong) {
    if (row.get(column) != null && wrong.test(number(row, column))) {
      row.put(column, null);
    }
  }

  private static Double number(Map<String, Object> row, String column) {
    return (Double) row.get(column);
  }
}
