package io.clairscore.scorer.published;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.InstallmentsPayments;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PosCashBalance;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Invented clients from a seed, with plausible credits and histories. Client {@link #FIRST} and
 * every second one after it has a known outcome; every seventh has no history at all.
 */
public final class SmallClients {
  public static final int FIRST = 100_001;

  private final Random random;
  private final int client;

  private SmallClients(long seed, int client) {
    this.client = client;
    this.random = new Random(seed * 1_000_003 + client);
  }

  /** So many clients, from {@link #FIRST} on. */
  public static List<Dossier> of(long seed, int count) {
    return IntStream.range(FIRST, FIRST + count)
        .mapToObj(client -> new SmallClients(seed, client).dossier())
        .toList();
  }

  /** A loan that this client has had here, if it has a history. */
  public static int loan(int client) {
    return 1_000_000 + (client - FIRST) * 10;
  }

  /** A credit that this client has had elsewhere, if it has a history. */
  public static int credit(int client) {
    return 5_000_000 + (client - FIRST) * 10;
  }

  private Dossier dossier() {
    Map<Table, Rows> tables = new EnumMap<>(Table.class);
    tables.put(Table.APPLICATION, application());
    if ((client - FIRST) % 7 != 6) {
      tables.put(Table.BUREAU, bureau(1 + random.nextInt(4)));
      int loans = 1 + random.nextInt(3);
      tables.put(Table.PREVIOUS_APPLICATION, loans(loans));
      tables.put(Table.POS_CASH_BALANCE, months(loans, 6));
      tables.put(Table.INSTALLMENTS_PAYMENTS, payments(loans, 6));
    }
    return new Dossier(tables);
  }

  private Rows application() {
    Rows row = new Rows(Application.SCHEMA, 1);
    for (CategoryColumn column : Application.SCHEMA.categories()) {
      choose(row, column, 0, 0.1);
    }
    row.set(Application.NAME_CONTRACT_TYPE, 0, random.nextInt(8) == 0 ? 1 : 0);
    set(row, Application.SK_ID_CURR, 0, client);
    if ((client - FIRST) % 2 == 0) {
      set(row, Application.TARGET, 0, random.nextInt(8) == 0 ? 1 : 0);
    }
    double price = 4500 * (10 + random.nextInt(190));
    double credit = price * between(1, 1.3);
    set(row, Application.AMT_GOODS_PRICE, 0, price);
    set(row, Application.AMT_CREDIT, 0, Math.rint(credit * 2) / 2);
    set(row, Application.AMT_ANNUITY, 0, Math.rint(credit / between(9, 37)));
    set(row, Application.AMT_INCOME_TOTAL, 0, Math.rint(between(30_000, 400_000)));
    set(row, Application.DAYS_BIRTH, 0, -9000 - random.nextInt(15_000));
    boolean retired = random.nextInt(6) == 0;
    set(row, Application.DAYS_EMPLOYED, 0, retired ? 365_243 : -random.nextInt(6000));
    set(row, Application.DAYS_REGISTRATION, 0, -random.nextInt(9000));
    set(row, Application.DAYS_ID_PUBLISH, 0, -random.nextInt(5000));
    set(row, Application.CNT_CHILDREN, 0, random.nextInt(3));
    set(row, Application.CNT_FAM_MEMBERS, 0, 1 + random.nextInt(4));
    set(row, Application.REGION_RATING_CLIENT, 0, 1 + random.nextInt(3));
    for (NumberColumn score :
        List.of(Application.EXT_SOURCE_1, Application.EXT_SOURCE_2, Application.EXT_SOURCE_3)) {
      set(row, score, 0, random.nextInt(4) == 0 ? Double.NaN : random.nextDouble());
    }
    return row;
  }

  private Rows bureau(int count) {
    Rows rows = new Rows(Bureau.SCHEMA, count);
    for (int i = 0; i < count; i++) {
      int age = 100 + random.nextInt(2500);
      boolean active = random.nextInt(3) == 0;
      double sum = Math.rint(between(10_000, 600_000));
      set(rows, Bureau.SK_ID_CURR, i, client);
      set(rows, Bureau.SK_ID_BUREAU, i, credit(client) + i);
      rows.set(Bureau.CREDIT_ACTIVE, i, active ? 1 : 0);
      choose(rows, Bureau.CREDIT_TYPE, i, 0);
      set(rows, Bureau.DAYS_CREDIT, i, -age);
      set(rows, Bureau.DAYS_CREDIT_ENDDATE, i, active ? random.nextInt(1000) : -age / 2);
      set(rows, Bureau.CREDIT_DAY_OVERDUE, i, random.nextInt(9) == 0 ? random.nextInt(90) : 0);
      set(rows, Bureau.AMT_CREDIT_SUM, i, sum);
      set(rows, Bureau.AMT_CREDIT_SUM_DEBT, i, active ? Math.rint(sum * random.nextDouble()) : 0);
      set(rows, Bureau.AMT_CREDIT_SUM_OVERDUE, i, 0);
    }
    return rows;
  }

  private Rows loans(int count) {
    Rows rows = new Rows(PreviousApplication.SCHEMA, count);
    for (int i = 0; i < count; i++) {
      double credit = Math.rint(between(5_000, 300_000));
      set(rows, PreviousApplication.SK_ID_CURR, i, client);
      set(rows, PreviousApplication.SK_ID_PREV, i, loan(client) + i);
      for (CategoryColumn column : PreviousApplication.SCHEMA.categories()) {
        choose(rows, column, i, 0.1);
      }
      set(rows, PreviousApplication.AMT_APPLICATION, i, Math.rint(credit * between(0.8, 1.2)));
      set(rows, PreviousApplication.AMT_CREDIT, i, credit);
      set(rows, PreviousApplication.AMT_ANNUITY, i, Math.rint(credit / between(6, 24)));
      set(rows, PreviousApplication.CNT_PAYMENT, i, 6 + random.nextInt(30));
      set(rows, PreviousApplication.DAYS_DECISION, i, -50 - random.nextInt(2500));
    }
    return rows;
  }

  private Rows months(int loans, int perLoan) {
    Rows rows = new Rows(PosCashBalance.SCHEMA, loans * perLoan);
    for (int i = 0; i < rows.size(); i++) {
      set(rows, PosCashBalance.SK_ID_CURR, i, client);
      set(rows, PosCashBalance.SK_ID_PREV, i, loan(client) + i / perLoan);
      set(rows, PosCashBalance.MONTHS_BALANCE, i, -1 - i % perLoan);
      set(rows, PosCashBalance.CNT_INSTALMENT, i, 12);
      set(rows, PosCashBalance.CNT_INSTALMENT_FUTURE, i, i % perLoan);
      choose(rows, PosCashBalance.NAME_CONTRACT_STATUS, i, 0);
      set(rows, PosCashBalance.SK_DPD, i, random.nextInt(15) == 0 ? random.nextInt(40) : 0);
    }
    return rows;
  }

  private Rows payments(int loans, int perLoan) {
    Rows rows = new Rows(InstallmentsPayments.SCHEMA, loans * perLoan);
    for (int i = 0; i < rows.size(); i++) {
      int due = -30 * (1 + i % perLoan);
      double amount = Math.rint(between(2_000, 20_000));
      set(rows, InstallmentsPayments.SK_ID_CURR, i, client);
      set(rows, InstallmentsPayments.SK_ID_PREV, i, loan(client) + i / perLoan);
      set(rows, InstallmentsPayments.NUM_INSTALMENT_NUMBER, i, 1 + i % perLoan);
      set(rows, InstallmentsPayments.DAYS_INSTALMENT, i, due);
      set(rows, InstallmentsPayments.DAYS_ENTRY_PAYMENT, i, due + random.nextInt(12) - 8);
      set(rows, InstallmentsPayments.AMT_INSTALMENT, i, amount);
      set(rows, InstallmentsPayments.AMT_PAYMENT, i, amount);
    }
    return rows;
  }

  private void choose(Rows rows, CategoryColumn column, int row, double missing) {
    if (random.nextDouble() >= missing) {
      // The first of the frozen values are the common ones.
      double skewed = random.nextDouble() * random.nextDouble();
      rows.set(column, row, (int) (skewed * column.values().size()));
    }
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  private static void set(Rows rows, NumberColumn column, int row, double value) {
    rows.set(column, row, value);
  }
}
