package io.clairscore.pipelines.synthetic.fidelity;

import io.clairscore.features.schema.NumberColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** What one pass over a file counts: rows, missing values, bins, sums for correlations. */
final class Tally implements Serializable {

  /** Counts of one column. */
  private static final class Cells implements Serializable {
    private long missing;
    private long[] bins = new long[0];
    private double[] edges = new double[0];
    private Map<String, Integer> categories = Map.of();
    // n, x, y, xx, yy, xy over the rows that have both the value and TARGET.
    private final double[] sums = new double[6];

    void add(Row row, int at, double target) {
      if (row.isNullAt(at)) {
        missing++;
        return;
      }
      Object value = row.get(at);
      if (value instanceof Number number) {
        add(number.doubleValue(), target);
      } else if (bins.length > 0) {
        bins[categories.getOrDefault(value.toString(), bins.length - 1)]++;
      }
    }

    private void add(double x, double y) {
      if (edges.length > 0) {
        int at = Arrays.binarySearch(edges, x);
        bins[at >= 0 ? at : -at - 1]++;
      } else if (bins.length > 0) {
        String text = Double.toString(x);
        bins[categories.getOrDefault(text, bins.length - 1)]++;
      }
      if (!Double.isNaN(y) && x != NumberColumn.NO_DATE) {
        double[] terms = {1, x, y, x * x, y * y, x * y};
        for (int i = 0; i < terms.length; i++) {
          sums[i] += terms[i];
        }
      }
    }

    void add(Cells other) {
      missing += other.missing;
      for (int i = 0; i < bins.length; i++) {
        bins[i] += other.bins[i];
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] += other.sums[i];
      }
    }
  }

  private final List<String> columns;
  private final Map<String, Cells> cells = new HashMap<>();
  private long rows;

  /** A tally of the columns of a file, with the bins its expectations ask for. */
  Tally(List<String> columns, List<Expectation> expectations) {
    this.columns = new ArrayList<>(columns);
    columns.forEach(column -> cells.put(column, new Cells()));
    for (Expectation expected : expectations) {
      Cells of = cells.get(expected.column());
      if (of != null && expected.kind().isDistribution()) {
        of.bins = new long[expected.shares().length];
        if (expected.kind() == Expectation.Kind.BINS) {
          of.edges = expected.edges();
        } else {
          of.categories = new HashMap<>();
          expected.categories().forEach(value -> of.categories.put(value, of.categories.size()));
        }
      }
    }
  }

  Tally count(Iterator<Row> added) {
    int target = columns.indexOf("TARGET");
    Cells[] of = columns.stream().map(cells::get).toArray(Cells[]::new);
    while (added.hasNext()) {
      Row row = added.next();
      rows++;
      double outcome = target < 0 || row.isNullAt(target) ? Double.NaN : row.getDouble(target);
      for (int i = 0; i < of.length; i++) {
        of[i].add(row, i, outcome);
      }
    }
    return this;
  }

  Tally add(Tally other) {
    rows += other.rows;
    cells.forEach((column, of) -> of.add(other.cells.get(column)));
    return this;
  }

  long rows() {
    return rows;
  }

  double missingShare(String column) {
    return (double) cells.get(column).missing / rows;
  }

  /** Shares of the bins among the rows that have a value. */
  double[] shares(String column) {
    long[] bins = cells.get(column).bins;
    double total = Arrays.stream(bins).sum();
    return Arrays.stream(bins).mapToDouble(count -> count / total).toArray();
  }

  long known(String column) {
    return rows - cells.get(column).missing;
  }

  /** Correlation with TARGET over the rows that have both; "no date" counts as missing. */
  double correlation(String column) {
    double[] s = cells.get(column).sums;
    double covariance = s[5] / s[0] - s[1] / s[0] * s[2] / s[0];
    double x = s[3] / s[0] - s[1] / s[0] * s[1] / s[0];
    double y = s[4] / s[0] - s[2] / s[0] * s[2] / s[0];
    return covariance / Math.sqrt(x * y);
  }

  long pairs(String column) {
    return (long) cells.get(column).sums[0];
  }
}
