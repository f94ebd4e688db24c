package io.clairscore.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.BureauBalance;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.InstallmentsPayments;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientsTest {
  private static final Population PEOPLE = new Population(1200, 300, 11);
  private static final List<Map<Table, TableRows>> DOSSIERS = generate(PEOPLE);

  @Test
  void aClientIsTheSameWhoeverAsksAndInWhateverOrder() {
    Clients other = new Clients(PEOPLE);
    for (int client : new int[] {900, 3, 900, 17}) {
      Map<Table, TableRows> again = other.rows(client);
      for (Table table : Table.values()) {
        assertSameCells(again.get(table), DOSSIERS.get(client).get(table));
      }
    }
  }

  @Test
  void oneTableAloneHasTheRowsItHasAmongAll() {
    Clients other = new Clients(PEOPLE);
    for (Table table : Table.values()) {
      assertSameCells(other.rows(42, table), DOSSIERS.get(42).get(table));
    }
  }

  @Test
  void theSeedChangesEveryClient() {
    Clients other = new Clients(new Population(1200, 300, 12));
    for (int client = 0; client < 20; client++) {
      double[] elsewhere = other.rows(client, Table.APPLICATION).row(0);
      double[] here = DOSSIERS.get(client).get(Table.APPLICATION).row(0);
      assertThat(Arrays.equals(elsewhere, here)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Table.class)
  void everyValueIsLegalInItsColumn(Table table) {
    DOSSIERS.forEach(dossier -> dossier.get(table).check());
  }

  @Test
  void identifiersAreUniqueAndPositive() {
    Map<Table, NumberColumn> keys =
        Map.of(
            Table.APPLICATION, Application.SK_ID_CURR,
            Table.BUREAU, Bureau.SK_ID_BUREAU,
            Table.PREVIOUS_APPLICATION, PreviousApplication.SK_ID_PREV);
    keys.forEach(
        (table, key) -> {
          List<Double> ids = column(table, key);
          assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
          assertThat(ids).allMatch(id -> id > 0 && id <= Integer.MAX_VALUE);
        });
  }

  @Test
  void labelledAndNewClientsAlternate() {
    long fresh = IntStream.range(0, 1500).filter(client -> !PEOPLE.isLabelled(client)).count();
    long freshAmongFirst =
        IntStream.range(0, 150).filter(client -> !PEOPLE.isLabelled(client)).count();
    assertThat(fresh).isEqualTo(300);
    assertThat(freshAmongFirst).isEqualTo(30);
    assertThat(new Population(307_511, 48_744, 1).size()).isEqualTo(356_255);
    assertThat(Population.clientId(356_254)).isEqualTo(456_255);
  }

  @Test
  void someMonthsAndPaymentsHaveNoParentAndMostHaveOne() {
    Set<Double> credits = new HashSet<>(column(Table.BUREAU, Bureau.SK_ID_BUREAU));
    Set<Double> reported = new HashSet<>(column(Table.BUREAU_BALANCE, BureauBalance.SK_ID_BUREAU));
    assertThat(shareOutside(reported, credits)).isBetween(0.03, 0.08);

    Set<Double> applications =
        new HashSet<>(column(Table.PREVIOUS_APPLICATION, PreviousApplication.SK_ID_PREV));
    Set<Double> paid =
        new HashSet<>(column(Table.INSTALLMENTS_PAYMENTS, InstallmentsPayments.SK_ID_PREV));
    assertThat(shareOutside(paid, applications)).isBetween(0.03, 0.10);
  }

  @Test
  void clientsHaveAsManyRowsAsPublished() {
    Map<Table, Double> published = new EnumMap<>(Table.class);
    published.put(Table.BUREAU, 4.82);
    published.put(Table.BUREAU_BALANCE, 76.6);
    published.put(Table.PREVIOUS_APPLICATION, 4.69);
    published.put(Table.POS_CASH_BALANCE, 28.1);
    published.put(Table.INSTALLMENTS_PAYMENTS, 38.2);
    published.put(Table.CREDIT_CARD_BALANCE, 10.8);
    // A quarter: card and balance rows of 1,500 clients vary by that much from seed to seed.
    published.forEach(
        (table, rows) -> {
          double mean = DOSSIERS.stream().mapToInt(d -> d.get(table).size()).average().orElse(0);
          assertThat(mean / rows).as("rows of %s", table).isCloseTo(1, within(0.25));
        });
  }

  @Test
  void whoDoesNotWorkHasTheSentinelAndNoEmployer() {
    for (Map<Table, TableRows> dossier : DOSSIERS) {
      double[] row = dossier.get(Table.APPLICATION).row(0);
      String income =
          TableRows.value(
              Application.NAME_INCOME_TYPE, row[Application.NAME_INCOME_TYPE.position()]);
      boolean idle = income.equals("Pensioner") || income.equals("Unemployed");
      boolean sentinel = row[Application.DAYS_EMPLOYED.position()] == NumberColumn.NO_DATE;
      boolean noOrganisation =
          row[Application.ORGANIZATION_TYPE.position()]
              == Application.ORGANIZATION_TYPE.code("XNA");
      assertThat(sentinel).isEqualTo(idle);
      assertThat(noOrganisation).isEqualTo(idle);
      assertThat(row[Application.FLAG_EMP_PHONE.position()]).isEqualTo(idle ? 0 : 1);
    }
  }

  @Test
  void enquiriesAtTheBureauAreMissingTogether() {
    List<Column> enquiries =
        Table.APPLICATION.schema().columns().stream()
            .filter(column -> column.name().startsWith("AMT_REQ_CREDIT_BUREAU"))
            .toList();
    for (Map<Table, TableRows> dossier : DOSSIERS) {
      double[] row = dossier.get(Table.APPLICATION).row(0);
      long missing =
          enquiries.stream().filter(column -> Double.isNaN(row[column.position()])).count();
      assertThat(missing).isIn(0L, 6L);
    }
  }

  @Test
  void instalmentsArePaidInFullInPartsEarlyLateOrNever() {
    List<double[]> rows = rows(Table.INSTALLMENTS_PAYMENTS);
    int due = InstallmentsPayments.DAYS_INSTALMENT.position();
    int paid = InstallmentsPayments.DAYS_ENTRY_PAYMENT.position();
    int asked = InstallmentsPayments.AMT_INSTALMENT.position();
    int amount = InstallmentsPayments.AMT_PAYMENT.position();
    assertThat(rows).anyMatch(row -> Double.isNaN(row[paid]) && Double.isNaN(row[amount]));
    assertThat(rows).anyMatch(row -> row[amount] == row[asked]);
    assertThat(rows).anyMatch(row -> row[amount] < row[asked]);
    assertThat(rows).anyMatch(row -> row[paid] > row[due]);
    assertThat(rows).anyMatch(row -> row[paid] < row[due]);
  }

  @Test
  void refusesAPopulationOfNobodyOrOfTooMany() {
    assertThatThrownBy(() -> new Population(0, 0, 1)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Population(2_000_000_000, 0, 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("identifiers");
  }

  private static List<Map<Table, TableRows>> generate(Population population) {
    Clients clients = new Clients(population);
    return IntStream.range(0, population.size()).mapToObj(clients::rows).toList();
  }

  private static void assertSameCells(TableRows found, TableRows expected) {
    assertThat(cells(found)).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.row(i)).containsExactly(expected.row(i));
    }
  }

  private static List<double[]> rows(Table table) {
    return DOSSIERS.stream().flatMap(dossier -> cells(dossier.get(table)).stream()).toList();
  }

  private static List<Double> column(Table table, Column column) {
    return rows(table).stream().map(row -> row[column.position()]).toList();
  }

  private static List<double[]> cells(TableRows rows) {
    return IntStream.range(0, rows.size()).mapToObj(rows::row).toList();
  }

  private static double shareOutside(Set<Double> children, Set<Double> parents) {
    return (double) children.stream().filter(id -> !parents.contains(id)).count() / children.size();
  }
}
