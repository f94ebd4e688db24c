package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.TableSchema;
import io.clairscore.pipelines.synthetic.Statistics.Marginal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the values of one kind of row: latent variables, each read through the marginal of its
 * column, or missing where its indicator says so.
 */
final class Block {

  /** How one variable becomes a value. */
  private record Variable(
      int latent, int missing, double missingAbove, Distribution distribution, double scale) {

    double value(double[] z) {
      if (missing >= 0 ? z[missing] > missingAbove : missingAbove == Double.NEGATIVE_INFINITY) {
        return Double.NaN;
      }
      double value = distribution.at(latent < 0 ? 0.5 : NormalCurve.below(z[latent]));
      return scale == 0 ? value : Math.rint(value * scale) / scale;
    }
  }

  /** A variable that fills a column. */
  private record Cell(Column column, Variable variable) {}

  private final Latents latents;
  private final Map<String, Variable> variables = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();

  /**
   * A block of the published statistics.
   *
   * @param name name of its marginals
   * @param latents its latent variables
   * @param schema table whose columns of the same names it fills
   */
  Block(String name, Latents latents, TableSchema schema) {
    this.latents = latents;
    Map<String, Marginal> marginals = Statistics.published().marginals(name);
    marginals.forEach(
        (variable, marginal) -> {
          Column column = schema.column(variable).orElse(null);
          if (marginal.kind().equals("missing")) {
            return;
          }
          Variable reading = variable(variable, marginal, marginals, column);
          variables.put(variable, reading);
          if (column != null) {
            cells.add(new Cell(column, reading));
          }
        });
  }

  /** A block with latent variables of its own, under the same name. */
  Block(String name, TableSchema schema) {
    this(name, new Latents(Statistics.published().correlations(name)), schema);
  }

  Latents latents() {
    return latents;
  }

  boolean has(String variable) {
    return variables.containsKey(variable);
  }

  /** The value of a variable, NaN if missing or unknown to the block. */
  double value(String variable, double[] z) {
    Variable found = variables.get(variable);
    return found == null ? Double.NaN : found.value(z);
  }

  /**
   * The value of a variable whose marginal depends on the band another value lies in, where the
   * block knows that band.
   *
   * @param edges upper edges of the bands
   */
  double value(String variable, double[] edges, double other, double[] z) {
    int band = 0;
    while (band < edges.length && other > edges[band]) {
      band++;
    }
    Variable found = variables.get(variable + "/" + band);
    return found == null ? value(variable, z) : found.value(z);
  }

  /** Fills every column of the row added last that the block knows. */
  void fill(TableRows rows, double[] z) {
    for (Cell cell : cells) {
      double value = cell.variable.value(z);
      if (!Double.isNaN(value)) {
        rows.set(cell.column, value);
      }
    }
  }

  private Variable variable(
      String name, Marginal marginal, Map<String, Marginal> marginals, Column column) {
    int missing = -1;
    double above = Double.POSITIVE_INFINITY;
    if (!marginal.missing().equals("-")) {
      missing = latents.position(marginal.missing());
      double share = Double.parseDouble(marginals.get(marginal.missing()).text());
      above = NormalCurve.quantile(1 - share);
    }
    Distribution distribution =
        column instanceof CategoryColumn category
            ? Statistics.codes(marginal, category)
            : Distribution.parse(marginal.text());
    return new Variable(
        latents.position(variable(name)), missing, above, distribution, Rounding.of(column));
  }

  /** A variable with several marginals, {@code GOODS/Cash loans}, has one latent. */
  private static String variable(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }
}
