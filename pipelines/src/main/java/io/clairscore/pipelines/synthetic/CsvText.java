package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.RawSchemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes rows of one file as CSV text in the style of the published files. */
final class CsvText {
  /** Whole numbers the published files write as 12.0, as their columns may be empty. */
  private static final Set<String> WITH_POINT =
      Set.of(
          "DAYS_REGISTRATION",
          "OWN_CAR_AGE",
          "CNT_FAM_MEMBERS",
          "DAYS_LAST_PHONE_CHANGE",
          "DAYS_CREDIT_ENDDATE",
          "DAYS_ENDDATE_FACT",
          "CNT_PAYMENT",
          "DAYS_FIRST_DRAWING",
          "DAYS_FIRST_DUE",
          "DAYS_LAST_DUE_1ST_VERSION",
          "DAYS_LAST_DUE",
          "DAYS_TERMINATION",
          "NFLAG_INSURED_ON_APPROVAL",
          "CNT_INSTALMENT",
          "CNT_INSTALMENT_FUTURE",
          "NUM_INSTALMENT_VERSION",
          "DAYS_INSTALMENT",
          "DAYS_ENTRY_PAYMENT",
          "CNT_DRAWINGS_ATM_CURRENT",
          "CNT_DRAWINGS_OTHER_CURRENT",
          "CNT_DRAWINGS_POS_CURRENT",
          "CNT_INSTALMENT_MATURE_CUM");

  private static final long NINE_DECIMALS = 1_000_000_000L;

  private final List<Column> columns;
  private final boolean[] point;
  private final StringBuilder text = new StringBuilder(1024);

  /**
   * Text of a file.
   *
   * @param file its name, without extension
   */
  CsvText(Table table, String file) {
    this.columns = RawSchemas.columns(table, file);
    this.point = new boolean[columns.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = columns.get(i) instanceof NumberColumn number && hasPoint(number);
    }
  }

  byte[] header() {
    return (columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** One row, with its line end. */
  byte[] line(double[] row) {
    text.setLength(0);
    for (int i = 0; i < point.length; i++) {
      if (i > 0) {
        text.append(',');
      }
      Column column = columns.get(i);
      double cell = row[column.position()];
      if (column instanceof CategoryColumn category) {
        quoted(TableRows.value(category, cell));
      } else if (!Double.isNaN(cell)) {
        number(cell, point[i]);
      }
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasPoint(NumberColumn column) {
    return !column.integer()
        || WITH_POINT.contains(column.name())
        || column.name().endsWith("_SOCIAL_CIRCLE")
        || column.name().startsWith("AMT_REQ_CREDIT_BUREAU");
  }

  private void quoted(String value) {
    if (value == null) {
      return;
    }
    if (value.indexOf(',') < 0 && value.indexOf('"') < 0) {
      text.append(value);
      return;
    }
    text.append('"').append(value.replace("\"", "\"\"")).append('"');
  }

  /** Generated numbers have nine decimals at most, so that their text is exact. */
  private void number(double value, boolean withPoint) {
    if (value == Math.rint(value)) {
      text.append((long) value);
      if (withPoint) {
        text.append(".0");
      }
      return;
    }
    if (Math.abs(value) > Long.MAX_VALUE / NINE_DECIMALS / 2) {
      text.append(value);
      return;
    }
    long parts = Math.round(Math.abs(value) * NINE_DECIMALS);
    if (value < 0) {
      text.append('-');
    }
    text.append(parts / NINE_DECIMALS).append('.');
    long decimals = parts % NINE_DECIMALS;
    for (long unit = NINE_DECIMALS / 10; decimals > 0; unit /= 10) {
      text.append((char) ('0' + decimals / unit));
      decimals %= unit;
    }
  }
}
