package io.clairscore.pipelines.synthetic.fidelity;

import io.clairscore.features.text.TextTable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One row of the reference table.
 *
 * @param kind what is compared
 * @param file file name without extension
 * @param column column, or name of an aggregate
 * @param text the expected figure or figures, as written in the table
 * @param source where they come from
 */
record Expectation(Kind kind, String file, String column, String text, String source)
    implements Serializable {

  /** What can be compared, with the largest distance that passes. */
  enum Kind {
    /** Share of rows without a value: absolute difference. */
    MISSING(0.005),
    /** Shares of bins of a number: population stability index. */
    BINS(0.01),
    /** Shares of categories: population stability index. */
    SHARES(0.01),
    /** Pearson correlation with TARGET: absolute difference. */
    TARGET(0.01),
    /** Rows per client: relative difference. */
    ROWS(0.05);

    private final double tolerance;

    Kind(double tolerance) {
      this.tolerance = tolerance;
    }

    double tolerance() {
      return tolerance;
    }

    /** Whether the expected figures are shares of bins or categories. */
    boolean isDistribution() {
      return this == BINS || this == SHARES;
    }
  }

  /** The reference table that comes with the program. */
  static List<Expectation> published() {
    TextTable table = TextTable.read(Expectation.class, "/synthetic/reference.tsv", 3);
    return table.keys().stream().map(key -> of(table, key.toArray(String[]::new))).toList();
  }

  private static Expectation of(TextTable table, String[] key) {
    return new Expectation(
        Kind.valueOf(key[0].toUpperCase(Locale.ROOT)),
        key[1],
        key[2],
        table.cell("expected", key),
        table.cell("source", key));
  }

  /** The expected figure of a row that has one. */
  double figure() {
    return Double.parseDouble(text);
  }

  /** Upper edges of the bins of a number, the last one infinite. */
  double[] edges() {
    return Arrays.stream(text.split(" "))
        .map(bin -> bin.substring(0, bin.indexOf(':')))
        .mapToDouble(
            edge -> edge.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(edge))
        .toArray();
  }

  /** Categories, in the order of their shares. */
  List<String> categories() {
    return Arrays.stream(text.split("\\|"))
        .map(entry -> entry.substring(entry.indexOf(':') + 1))
        .toList();
  }

  /** Expected shares, of bins or of categories and, last, of every other category. */
  double[] shares() {
    if (kind == Kind.BINS) {
      return Arrays.stream(text.split(" "))
          .mapToDouble(bin -> Double.parseDouble(bin.substring(bin.indexOf(':') + 1)))
          .toArray();
    }
    double[] listed =
        Arrays.stream(text.split("\\|"))
            .mapToDouble(entry -> Double.parseDouble(entry.substring(0, entry.indexOf(':'))))
            .toArray();
    double[] all = Arrays.copyOf(listed, listed.length + 1);
    all[listed.length] = Math.max(0, 1 - Arrays.stream(listed).sum());
    return all;
  }
}
