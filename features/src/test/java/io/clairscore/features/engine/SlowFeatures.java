package io.clairscore.features.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The oracle of the engine: computes features by interpreting their golden names and the published
 * rules of cleaning, without a look at the catalogue. Rows are maps, sums are exact decimals, and
 * every feature walks over all rows again.
 */
final class SlowFeatures {

  /**
   * An expected feature.
   *
   * @param value null if missing
   * @param scale largest magnitude that entered the result: the unit of its rounding error
   */
  record Expected(Double value, double scale) {}

  private final List<JsonNode> families = new ArrayList<>();

  /** Column and value of each category, by table and by how a name spells it. */
  private final Map<String, String[]> spelled = new HashMap<>();

  SlowFeatures() throws IOException {
    for (Table table : Table.values()) {
      for (Column column : table.schema().columns()) {
        if (column instanceof CategoryColumn category) {
          for (String value : category.values()) {
            String name = (column.name() + "_" + value).replaceAll("\\W", "_");
            spelled.put(column.table() + " " + name, new String[] {column.name(), value});
          }
        }
      }
    }
    try (InputStream file = SlowFeatures.class.getResourceAsStream("/feature_families.json")) {
      for (JsonNode family : new ObjectMapper().readTree(file).get("families")) {
        if (family.get("tier").asText().equals("core")) {
          families.add(family);
        }
      }
    }
  }

  /** Every core feature by name, in golden order. */
  Map<String, Expected> of(Dossier dossier) {
    Map<String, Expected> features = new LinkedHashMap<>();
    Map<String, List<Map<String, Object>>> tables = new HashMap<>();
    for (JsonNode family : families) {
      String table = family.get("table").asText().replaceAll("[(+].*", "");
      List<Map<String, Object>> cleaned =
          tables.computeIfAbsent(table, name -> SlowRows.cleaned(dossier, name));
      List<Map<String, Object>> rows = new ArrayList<>(cleaned);
      if (!family.get("where").isNull()) {
        String[] condition = family.get("where").asText().split(" = ");
        rows.removeIf(row -> !condition[1].equals("'" + row.get(condition[0]) + "'"));
      }
      for (JsonNode name : family.get("features")) {
        String rest = name.asText().substring(family.get("prefix").asText().length());
        features.put(
            name.asText(), rows.isEmpty() ? new Expected(null, 0) : feature(table, rest, rows));
      }
    }
    return features;
  }

  private Expected feature(String table, String name, List<Map<String, Object>> rows) {
    if (name.endsWith("_COUNT") && !rows.get(0).containsKey(name)) {
      return new Expected((double) rows.size(), 0);
    }
    if (table.equals("application")) {
      Object value = rows.get(0).get(name);
      if (value instanceof Number || rows.get(0).containsKey(name)) {
        return new Expected((Double) value, 0);
      }
      return new Expected(share(table, name, rows), 1);
    }
    int cut = name.lastIndexOf('_');
    String column = name.substring(0, cut);
    if (rows.get(0).containsKey(column)) {
      return aggregate(name.substring(cut + 1), column, rows);
    }
    return new Expected(share(table, column, rows), 1);
  }

  /** Share of the rows with the category that a name spells as COLUMN_value. */
  private double share(String table, String name, List<Map<String, Object>> rows) {
    String[] category = spelled.get(table + " " + name);
    long with = rows.stream().filter(row -> category[1].equals(row.get(category[0]))).count();
    return (double) with / rows.size();
  }

  private static Expected aggregate(
      String aggregate, String column, List<Map<String, Object>> rows) {
    List<Double> values =
        rows.stream().map(row -> (Double) row.get(column)).filter(Objects::nonNull).toList();
    double scale = values.stream().mapToDouble(Math::abs).max().orElse(0);
    int n = values.size();
    if (aggregate.equals("SIZE")) {
      return new Expected((double) rows.size(), 0);
    }
    if (aggregate.equals("NUNIQUE")) {
      return new Expected((double) values.stream().distinct().count(), 0);
    }
    if (n == 0 || n == 1 && aggregate.equals("VAR")) {
      return new Expected(null, 0);
    }
    return switch (aggregate) {
      case "MIN" -> new Expected(values.stream().min(Comparator.naturalOrder()).get(), 0);
      case "MAX" -> new Expected(values.stream().max(Comparator.naturalOrder()).get(), 0);
      case "SUM" -> new Expected(sum(values).doubleValue(), scale * n);
      case "MEAN" -> new Expected(mean(values).doubleValue(), scale);
      case "VAR" -> new Expected(variance(values), scale * scale);
      default -> throw new AssertionError("No aggregate " + aggregate);
    };
  }

  private static BigDecimal sum(List<Double> values) {
    return values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal mean(List<Double> values) {
    return sum(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
  }

  private static double variance(List<Double> values) {
    BigDecimal mean = mean(values);
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      squares = squares.add(new BigDecimal(value).subtract(mean).pow(2));
    }
    return squares
        .divide(BigDecimal.valueOf(values.size() - 1), MathContext.DECIMAL128)
        .doubleValue();
  }
}
