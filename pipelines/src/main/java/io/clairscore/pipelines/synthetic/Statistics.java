package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.CategoryColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The aggregates the generator draws from: marginals by block and variable, latent correlations by
 * block, single parameters. A block is a kind of row: an application, a closed card of the bureau.
 */
final class Statistics {

  /**
   * One marginal.
   *
   * @param kind {@code number}, {@code category} or {@code missing}
   * @param missing variable of the same block that says whether the value is missing, or "-"
   * @param text the distribution as written in the resource
   */
  record Marginal(String kind, String missing, String text) {}

  private static final String FOLDER = "/synthetic/";
  private static final Statistics PUBLISHED = new Statistics();

  private final Map<String, Map<String, Marginal>> marginals = new HashMap<>();
  private final Map<String, Map<String, double[]>> correlations = new HashMap<>();
  private final Map<String, Double> parameters = new HashMap<>();

  private Statistics() {
    for (String[] row : rows("marginals.tsv")) {
      marginals
          .computeIfAbsent(row[0], block -> new LinkedHashMap<>())
          .put(row[1], new Marginal(row[2], row[3], row[4]));
    }
    for (String[] row : rows("correlations.tsv")) {
      correlations
          .computeIfAbsent(row[0], block -> new LinkedHashMap<>())
          .put(row[1], row.length < 3 ? new double[0] : numbers(row[2]));
    }
    for (String[] row : rows("parameters.tsv")) {
      parameters.put(row[0], Double.parseDouble(row[1]));
    }
  }

  /** The aggregates that come with the program. */
  static Statistics published() {
    return PUBLISHED;
  }

  boolean has(String block) {
    return marginals.containsKey(block);
  }

  Map<String, Marginal> marginals(String block) {
    Map<String, Marginal> found = marginals.get(block);
    if (found == null) {
      throw new IllegalArgumentException("No statistics of " + block);
    }
    return Collections.unmodifiableMap(found);
  }

  /** Variables of a block with their latent correlations with the variables above. */
  Map<String, double[]> correlations(String block) {
    return Collections.unmodifiableMap(correlations.getOrDefault(block, Map.of()));
  }

  double parameter(String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No parameter " + name);
    }
    return value;
  }

  Distribution numbers(String block, String variable) {
    return Distribution.parse(marginal(block, variable).text());
  }

  /** Share of rows in which a missing indicator says missing. */
  double missingShare(String block, String indicator) {
    return Double.parseDouble(marginal(block, indicator).text());
  }

  /** The distribution of the codes of a category column. */
  static Distribution codes(Marginal marginal, CategoryColumn column) {
    return Choice.parse(marginal.text()).of(label -> code(column, label));
  }

  private static double code(CategoryColumn column, String value) {
    int code = column.code(value);
    if (code < 0) {
      throw new IllegalStateException(column + " has no value " + value);
    }
    return code;
  }

  /** Labels that are chosen by share, in latent order. */
  Choice choice(String block, String variable) {
    return Choice.parse(marginal(block, variable).text());
  }

  private Marginal marginal(String block, String variable) {
    Marginal found = marginals(block).get(variable);
    if (found == null) {
      throw new IllegalArgumentException("No statistics of " + variable + " in " + block);
    }
    return found;
  }

  /** Rows of a resource table, without its header. */
  static List<String[]> rows(String resource) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Statistics.class.getResourceAsStream(FOLDER + resource), StandardCharsets.UTF_8))) {
      return in.lines().skip(1).map(line -> line.split("\t")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
