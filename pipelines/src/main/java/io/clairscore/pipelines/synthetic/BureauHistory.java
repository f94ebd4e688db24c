package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws a client's credits at other lenders and their monthly balances. */
final class BureauHistory {
  /** Shares of labelled and of new clients whose credits have balances: 47.6 % of all credits. */
  private static final double LABELLED_WITH_BALANCE = 0.355;

  private static final double NEW_WITH_BALANCE = 0.999;

  /** Credits with balances that the bureau table lacks, per credit: 43,041 beside 774,354. */
  private static final double ORPHANS = 0.0556;

  /** Orphans are young: they explain why all credits with balances average 33.4 months. */
  private static final int ORPHAN_MONTHS = 18;

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
        int id = Population.bureauId(client.number(), i);
        months.add(balances, client, id, rows, months.first(rows), random);
        if (random.nextDouble() < ORPHANS && orphan < Population.firstOrphan() + 16) {
          id = Population.bureauId(client.number(), orphan++);
          months.add(balances, client, id, rows, -random.nextInt(ORPHAN_MONTHS), random);
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

  /** A credit ends after it began. */
  private static void order(TableRows rows, SplittableRandom random) {
    double end = rows.get(Bureau.DAYS_ENDDATE_FACT);
    double planned = rows.get(Bureau.DAYS_CREDIT_ENDDATE);
    if (!Double.isNaN(end) && !Double.isNaN(planned) && random.nextDouble() < ENDED_AS_PLANNED) {
      rows.set(Bureau.DAYS_CREDIT_ENDDATE, end);
    }
  }
}
