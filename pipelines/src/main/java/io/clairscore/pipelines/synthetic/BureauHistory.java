package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws a client's credits at other lenders and their monthly balances. */
final class BureauHistory {
  /** Shares of labelled and of new clients whose credits have balances: 47.6 % of all credits. */
  private static final double LABELLED_WITH_BALANCE = 0.358;

  private static final double NEW_WITH_BALANCE = 0.999;

  /** Credits with balances that the bureau table lacks, per credit: 43,041 beside 774,354. */
  private static final double ORPHANS = 0.0556;

  /** Closed credits whose planned end was moved to the real one: 323,837 of 1,082,775. */
  private static final double ENDED_AS_PLANNED = 0.299;

  private final Statistics statistics = Statistics.published();
  private final Choice states = statistics.choice("bureau", "STATE");
  private final Choice otherTypes = statistics.choice("bureau", "CREDIT_TYPE/Other");
  private final Choice currencies = statistics.choice("bureau", "CREDIT_CURRENCY");
  private final Map<String, Choice> types = new HashMap<>();
  private final Map<String, BureauCredit> credits = new HashMap<>();
  private final BureauMonths months = new BureauMonths();

  BureauHistory() {
    for (String state : states.labels()) {
      types.put(state, statistics.choice("bureau", "TYPE/" + state));
    }
  }

  /** Credits and balances of a client, as far as they are asked for. */
  Map<Table, TableRows> rows(Client client) {
    TableRows rows = new TableRows(Table.BUREAU);
    TableRows balances = new TableRows(Table.BUREAU_BALANCE);
    SplittableRandom random = Streams.BUREAU.of(client.seed(), client.number());
    boolean balanced =
        random.nextDouble() < (client.labelled() ? LABELLED_WITH_BALANCE : NEW_WITH_BALANCE);
    int orphan = Population.firstOrphan();
    for (int i = 0; i < client.bureauCredits(); i++) {
      add(rows, client, i, balanced, random);
      if (balanced) {
        months.add(balances, client, Population.bureauId(client.number(), i), rows, random);
        if (random.nextDouble() < ORPHANS && orphan < Population.firstOrphan() + 16) {
          months.add(
              balances, client, Population.bureauId(client.number(), orphan++), rows, random);
        }
      }
    }
    return Map.of(Table.BUREAU, rows, Table.BUREAU_BALANCE, balances);
  }

  private void add(
      TableRows rows, Client client, int credit, boolean balanced, SplittableRandom random) {
    String state = states.at(NormalCurve.below(-Trait.B_CLOSED.mixed(client, random)));
    String type = types.get(state).at(NormalCurve.below(Trait.B_CARD.mixed(client, random)));
    rows.add();
    rows.set(Bureau.SK_ID_CURR, client.id());
    rows.set(Bureau.SK_ID_BUREAU, Population.bureauId(client.number(), credit));
    String block = state.equals("Sold") ? "bureau.Sold.Any" : "bureau." + state + "." + type;
    credits.computeIfAbsent(block, BureauCredit::new).fill(rows, client, balanced, random);
    // The 21 "Bad debt" credits of 6,548 that were given up stand among the sold ones.
    rows.set(
        Bureau.CREDIT_ACTIVE,
        state.equals("Sold") && random.nextDouble() < 21.0 / 6548 ? "Bad debt" : state);
    rows.set(Bureau.CREDIT_CURRENCY, currencies.at(random.nextDouble()));
    rows.set(Bureau.CREDIT_TYPE, typeName(type, random));
    order(rows, random);
  }

  private String typeName(String type, SplittableRandom random) {
    return switch (type) {
      case "Consumer" -> "Consumer credit";
      case "Card" -> "Credit card";
      case "Car" -> "Car loan";
      case "Mortgage" -> "Mortgage";
      case "Micro" -> "Microloan";
      default -> otherTypes.at(random.nextDouble());
    };
  }

  /** A credit ends after it began, and is last reported after it ended. */
  private static void order(TableRows rows, SplittableRandom random) {
    double start = rows.get(Bureau.DAYS_CREDIT);
    double end = Math.max(rows.get(Bureau.DAYS_ENDDATE_FACT), start);
    rows.set(Bureau.DAYS_ENDDATE_FACT, end);
    double planned = rows.get(Bureau.DAYS_CREDIT_ENDDATE);
    if (!Double.isNaN(end) && !Double.isNaN(planned) && random.nextDouble() < ENDED_AS_PLANNED) {
      rows.set(Bureau.DAYS_CREDIT_ENDDATE, end);
    }
    double update = rows.get(Bureau.DAYS_CREDIT_UPDATE);
    rows.set(
        Bureau.DAYS_CREDIT_UPDATE,
        Double.isNaN(end) ? Math.max(update, start) : Math.max(update, end));
  }
}
