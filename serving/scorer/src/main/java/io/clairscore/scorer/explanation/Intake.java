package io.clairscore.scorer.explanation;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.BureauBalance;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * The look at a dossier before it is scored: what cannot be scored is refused, what is set aside is
 * counted. Only balances of bureau credits need their credit; other histories are used without.
 */
final class Intake {
  private Intake() {}

  /**
   * Looks at a dossier.
   *
   * @throws Refusal if a number is impossible, or nothing is known of the application
   */
  static Remarks of(Dossier dossier) {
    for (Table table : Table.values()) {
      refuseImpossible(dossier.rows(table));
    }
    if (saysNothing(dossier.application())) {
      throw ExplanationErrors.nothingKnown();
    }
    return new Remarks(dossier.unseenCount(), orphans(dossier));
  }

  private static void refuseImpossible(Rows rows) {
    for (NumberColumn column : rows.schema().numbers()) {
      for (int row = 0; row < rows.size(); row++) {
        double value = rows.number(column, row);
        if (!Double.isNaN(value) && !column.accepts(value)) {
          throw ExplanationErrors.impossible(column, row);
        }
      }
    }
  }

  private static boolean saysNothing(Rows application) {
    return application.schema().columns().stream()
        .filter(column -> column.role() == Role.ATTRIBUTE)
        .allMatch(
            column ->
                column instanceof NumberColumn number
                    ? Double.isNaN(application.number(number, 0))
                    : application.code((CategoryColumn) column, 0) < 0);
  }

  private static int orphans(Dossier dossier) {
    Rows credits = dossier.rows(Table.BUREAU);
    Set<Double> known = new HashSet<>();
    for (int row = 0; row < credits.size(); row++) {
      known.add(credits.number(Bureau.SK_ID_BUREAU, row));
    }
    Rows balances = dossier.rows(Table.BUREAU_BALANCE);
    int orphans = 0;
    for (int row = 0; row < balances.size(); row++) {
      orphans += known.contains(balances.number(BureauBalance.SK_ID_BUREAU, row)) ? 0 : 1;
    }
    return orphans;
  }
}
