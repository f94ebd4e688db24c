package io.clairscore.features;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.BureauBalance;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.CreditCardBalance;
import io.clairscore.features.schema.InstallmentsPayments;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PosCashBalance;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Dossiers from a seed that stress rather than resemble: every cell may be missing, a bound, zero,
 * a sentinel, a repeated value or any legal value; categories may be unseen; tables may be empty,
 * hold a single row, or rows of nothing but missing cells.
 */
public final class RandomDossiers {
  private final Random random;

  public RandomDossiers(long seed) {
    random = new Random(seed);
  }

  public Dossier next() {
    return new Dossier(nextTables());
  }

  /** Tables that have not joined a dossier yet. */
  public Map<Table, Rows> nextTables() {
    Map<Table, Rows> tables = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      tables.put(table, new Rows(table.schema(), table == Table.APPLICATION ? 1 : size()));
      if (table == Table.APPLICATION || random.nextInt(20) > 0) {
        fill(tables.get(table));
      }
    }
    identify(tables);
    return tables;
  }

  private int size() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> 2;
      default -> 3 + random.nextInt(40);
    };
  }

  private void fill(Rows rows) {
    double missing = random.nextInt(3) == 0 ? 0.6 : 0.1;
    for (Column column : rows.schema().columns()) {
      for (int row = 0; row < rows.size(); row++) {
        if (column instanceof CategoryColumn category) {
          // Codes from -2 on: unseen and missing are among them.
          rows.set(category, row, random.nextInt(category.values().size() + 2) - 2);
        } else if (column.role() != Role.IDENTIFIER && random.nextDouble() >= missing) {
          NumberColumn number = (NumberColumn) column;
          rows.set(number, row, number(number));
        }
      }
    }
  }

  private double number(NumberColumn column) {
    double number =
        switch (random.nextInt(10)) {
          case 0 -> column.min();
          case 1 -> column.hasSentinel() ? NumberColumn.NO_DATE : column.max();
          case 2, 3 -> 0;
          case 4, 5 -> column.min() + random.nextInt(4);
          case 6, 7 -> Math.min(column.max(), 1000) * random.nextDouble();
          default -> column.min() + (column.max() - column.min()) * random.nextDouble();
        };
    number = column.integer() ? Math.rint(number) : number;
    return column.accepts(number) ? number : column.max();
  }

  /** Gives each row its keys; some balances belong to no credit of the client. */
  private void identify(Map<Table, Rows> tables) {
    tables.get(Table.APPLICATION).set(Application.SK_ID_CURR, 0, 100_001);
    List.of(
            Bureau.SK_ID_CURR,
            PreviousApplication.SK_ID_CURR,
            PosCashBalance.SK_ID_CURR,
            InstallmentsPayments.SK_ID_CURR,
            CreditCardBalance.SK_ID_CURR)
        .forEach(key -> each(tables, key, row -> 100_001));
    each(tables, Bureau.SK_ID_BUREAU, row -> 5_000_000 + scattered(row));
    each(tables, PreviousApplication.SK_ID_PREV, row -> 1_000_000 + scattered(row));
    each(tables, PosCashBalance.SK_ID_PREV, row -> 1_000_000 + scattered(row));
    each(tables, CreditCardBalance.SK_ID_PREV, row -> 1_000_000 + scattered(row));
    each(tables, InstallmentsPayments.SK_ID_PREV, row -> 1_000_000 + random.nextInt(3));
    each(tables, BureauBalance.SK_ID_BUREAU, row -> 5_000_000 + scattered(random.nextInt(12)));
    each(
        tables,
        BureauBalance.MONTHS_BALANCE,
        row -> random.nextInt(10) == 0 ? Double.NaN : -scattered(row) % 97);
  }

  /** Different for different rows below 97, in no order. */
  private static int scattered(int row) {
    return row * 35 % 97;
  }

  private interface Key {
    double of(int row);
  }

  private static void each(Map<Table, Rows> tables, NumberColumn column, Key key) {
    Rows rows = tables.get(Table.named(column.table()).orElseThrow());
    for (int row = 0; row < rows.size(); row++) {
      rows.set(column, row, key.of(row));
    }
  }
}
