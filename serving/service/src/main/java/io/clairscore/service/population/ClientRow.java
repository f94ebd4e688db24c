package io.clairscore.service.population;

import io.clairscore.features.schema.Application;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A client in a list.
 *
 * @param client SK_ID_CURR
 * @param said what the model said; empty if the client was not scored
 * @param defaulted what became of the credit, if it is known
 * @param contractType NAME_CONTRACT_TYPE, if it is known
 * @param credit AMT_CREDIT
 * @param income AMT_INCOME_TOTAL
 */
public record ClientRow(
    int client,
    Optional<Said> said,
    Optional<Boolean> defaulted,
    Optional<String> contractType,
    OptionalDouble credit,
    OptionalDouble income) {

  /** What the model said of a client; the fields are those of a score. */
  public record Said(
      int points, double probability, Level level, Decision decision, boolean toReview) {}

  static final String SQL =
      String.join(
          ", ",
          KeptColumns.CLIENT,
          "points",
          "probability",
          "\"level\"::VARCHAR",
          "decision::VARCHAR",
          "review",
          "outcome",
          attribute(Application.NAME_CONTRACT_TYPE.name()) + "::VARCHAR",
          attribute(Application.AMT_CREDIT.name()),
          attribute(Application.AMT_INCOME_TOTAL.name()));

  static ClientRow read(ResultSet row) throws SQLException {
    Object outcome = row.getObject(7);
    return new ClientRow(
        row.getInt(1),
        said(row),
        Optional.ofNullable(outcome).map(known -> ((Number) known).intValue() == 1),
        Optional.ofNullable(row.getString(8)),
        number(row.getObject(9)),
        number(row.getObject(10)));
  }

  private static Optional<Said> said(ResultSet row) throws SQLException {
    String decision = row.getString(5);
    return decision == null
        ? Optional.empty()
        : Optional.of(
            new Said(
                row.getInt(2),
                row.getDouble(3),
                Level.valueOf(row.getString(4)),
                Decision.valueOf(decision),
                row.getBoolean(6)));
  }

  private static OptionalDouble number(Object value) {
    return value == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(((Number) value).doubleValue());
  }

  private static String attribute(String name) {
    return Sql.name(PopulationColumns.APPLICATION + name);
  }
}
