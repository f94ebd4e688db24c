package io.clairscore.service.population;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.scorer.Level;
import io.clairscore.service.population.selection.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A published population of invented clients, every column a function of the client's number: with
 * missing values, columns of few values and of many, clients who were not scored, and outcomes that
 * are not known.
 */
final class GeneratedPopulation {
  private static final int FIRST_CLIENT = 100_001;

  private GeneratedPopulation() {}

  /** Writes the file of so many clients. */
  static Path write(Path file, int clients) {
    List<String> columns = new ArrayList<>(scores());
    int seed = 10;
    for (Column column : Application.SCHEMA.columns()) {
      seed++;
      if (column.role() == Column.Role.ATTRIBUTE) {
        columns.add(attribute(column, seed) + " AS " + Sql.name("application." + column.name()));
      }
    }
    for (String feature : Catalogue.core().names()) {
      columns.add(feature(++seed) + " AS " + Sql.name("feature." + feature));
    }
    String sql =
        "COPY (SELECT %s FROM range(%d) t(i)) TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 184320)"
            .formatted(String.join(", ", columns), clients, file);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> scores() {
    String scored = "CASE WHEN " + uniform(1, 100) + " < 98 THEN ";
    String levels =
        Arrays.stream(Level.values())
            .map(level -> "'" + level + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    String risk = uniform(2, 10_000);
    return List.of(
        "(" + FIRST_CLIENT + " + i)::INTEGER AS client",
        "CASE WHEN i % 8 > 0 THEN (" + uniform(3, 1000) + " < 80)::INTEGER END AS outcome",
        scored + "(" + risk + " / 2500.0 - 2)::FLOAT END AS margin",
        scored + risk + " / 20000.0::DOUBLE END AS probability",
        scored + "(900 - " + risk + " / 15)::INTEGER END AS points",
        scored + levels + "[(7 - " + risk + " * 7 // 10000)::INTEGER] END AS \"level\"",
        scored + "if(" + risk + " > 7000, 'REFUSED', 'ACCEPTED') END AS decision",
        scored + uniform(4, 20) + " = 0 END AS review");
  }

  private static String attribute(Column column, int seed) {
    String some = "CASE WHEN " + uniform(seed, 60) + " >= " + seed % 20 + " THEN ";
    if (column instanceof CategoryColumn category) {
      String values =
          category.values().stream()
              .map(value -> "'" + value.replace("'", "''") + "'")
              .collect(Collectors.joining(", ", "[", "]"));
      return some + values + "[1 + " + skewed(seed, category.values().size()) + "] END";
    }
    NumberColumn number = (NumberColumn) column;
    double width = Math.min(number.max() - number.min(), 1e6);
    String value =
        String.format(Locale.ROOT, "%s + %s * %s", number.min(), skewed(seed, 2000), width / 2000);
    String typed = number.integer() ? "round(" + value + ")::INTEGER" : "(" + value + ")::DOUBLE";
    String dated =
        number.hasSentinel()
            ? "if(" + uniform(seed + 5000, 6) + " = 0, 365243, " + typed + ")"
            : typed;
    return some + dated + " END";
  }

  private static String feature(int seed) {
    int values = List.of(4, 1000, 1_000_000).get(seed % 3);
    return "CASE WHEN %s >= %d THEN (%s * 1000.0 / %d)::FLOAT END"
        .formatted(uniform(seed, 60), seed % 45, skewed(seed, values), values);
  }

  /** A whole number below a limit, the small ones more often. */
  private static String skewed(int seed, int limit) {
    return "least(%s, %s)".formatted(uniform(seed + 1000, limit), uniform(seed + 2000, limit));
  }

  /** A whole number below a limit. */
  private static String uniform(int seed, int limit) {
    return "(hash(i * 1000003 + %d) %% %d)::INTEGER".formatted(seed, limit);
  }
}
