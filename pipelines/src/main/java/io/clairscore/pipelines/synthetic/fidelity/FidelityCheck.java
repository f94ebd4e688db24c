package io.clairscore.pipelines.synthetic.fidelity;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.corr;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;

import io.clairscore.pipelines.synthetic.fidelity.Expectation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares files with the reference table, each in one pass. */
final class FidelityCheck {
  private static final String LABELLED = "application_train";
  private static final String NEW = "application_test";

  /** From so many clients on, the tolerances hold without allowance for sampling. */
  private static final long ENOUGH_CLIENTS = 100_000;

  private static final double PUBLISHED_NEW = 48_744.0 / 356_255;

  /** Aggregates of a client's rows whose correlation with TARGET is published. */
  private static final Map<String, Column> AGGREGATES =
      Map.of(
          "BURO_DAYS_CREDIT_MEAN", avg(col("DAYS_CREDIT")),
          "BURO_CREDIT_ACTIVE_Closed_MEAN", share("CREDIT_ACTIVE", "Closed"),
          "PREV_NAME_CONTRACT_STATUS_Refused_MEAN", share("NAME_CONTRACT_STATUS", "Refused"),
          "CC_CNT_DRAWINGS_CURRENT_MAX", max(col("CNT_DRAWINGS_CURRENT")));

  private final Map<String, Dataset<Row>> files;
  private final Map<String, Tally> tallies = new HashMap<>();
  private final List<Comparison> comparisons = new ArrayList<>();

  FidelityCheck(Map<String, Dataset<Row>> files) {
    this.files = files;
  }

  FidelityReport report() {
    List<Expectation> expectations = Expectation.published();
    files.forEach((file, rows) -> tallies.put(file, tally(file, rows, expectations)));
    expectations.forEach(this::compare);
    return new FidelityReport(
        Map.of(LABELLED, tallies.get(LABELLED).rows(), NEW, tallies.get(NEW).rows()), comparisons);
  }

  private static Tally tally(String file, Dataset<Row> rows, List<Expectation> all) {
    List<Expectation> expectations = all.stream().filter(e -> e.file().equals(file)).toList();
    List<String> columns = new ArrayList<>(Arrays.asList(rows.columns()));
    List<Expectation> own = new ArrayList<>(expectations);
    return rows.javaRDD()
        .mapPartitions(part -> List.of(new Tally(columns, own).count(part)).iterator())
        .treeReduce(Tally::add);
  }

  private void compare(Expectation expected) {
    Tally tally = tallies.get(expected.file());
    String column = expected.column();
    switch (expected.kind()) {
      case MISSING -> {
        double p = expected.figure();
        double found = tally.missingShare(column);
        double noise = 3 * Math.sqrt(p * (1 - p) / clients(expected));
        add(expected, p, found, Math.abs(found - p), noise);
      }
      case BINS, SHARES -> {
        if (tally.known(column) > 0) {
          double index = Comparison.stabilityIndex(expected.shares(), tally.shares(column));
          double noise = 3.0 * (expected.shares().length - 1) / known(expected, tally);
          add(expected, Double.NaN, Double.NaN, index, noise);
        }
      }
      case TARGET -> correlation(expected, tally);
      case ROWS -> {
        double found =
            tally.rows() / (double) (tallies.get(LABELLED).rows() + tallies.get(NEW).rows());
        double distance = Math.abs(found / expected.figure() - 1);
        // Rows per client vary as much as their mean: one standard error is 1 / sqrt(clients).
        add(expected, expected.figure(), found, distance, 3 / Math.sqrt(clients(expected)));
      }
    }
  }

  private void correlation(Expectation expected, Tally tally) {
    double found;
    long pairs;
    if (AGGREGATES.containsKey(expected.column())) {
      Row row =
          files
              .get(expected.file())
              .groupBy("SK_ID_CURR")
              .agg(AGGREGATES.get(expected.column()).as("x"))
              .join(files.get(LABELLED).select("SK_ID_CURR", "TARGET"), "SK_ID_CURR")
              .where(col("x").isNotNull())
              .agg(corr("x", "TARGET"), count("x"))
              .first();
      found = row.isNullAt(0) ? Double.NaN : row.getDouble(0);
      pairs = row.getLong(1);
    } else {
      found = tally.correlation(expected.column());
      pairs = tally.pairs(expected.column());
    }
    double distance = Double.isNaN(found) ? 1 : Math.abs(found - expected.figure());
    add(expected, expected.figure(), found, distance, 3 / Math.sqrt(Math.max(pairs, 1)));
  }

  private void add(
      Expectation expected, double figure, double found, double distance, double noise) {
    comparisons.add(
        new Comparison(
            expected.kind().name().toLowerCase(Locale.ROOT),
            expected.file(),
            expected.column(),
            figure,
            found,
            distance,
            expected.kind().tolerance(),
            (clients(expected) >= ENOUGH_CLIENTS ? 0 : noise) + mix(expected),
            expected.source()));
  }

  /**
   * Published figures of histories hold for 13.7 % of new clients. New clients differ most in
   * whether they have monthly balances (nearly all do, of the labelled one third): with another
   * share of new clients, a share may move by as much as that share, and a mean by half as much
   * more.
   */
  private double mix(Expectation expected) {
    boolean perRow = expected.kind() == Kind.MISSING || expected.kind() == Kind.ROWS;
    if (!perRow || expected.file().equals(LABELLED) || expected.file().equals(NEW)) {
      return 0;
    }
    double fresh = tallies.get(NEW).rows();
    double all = fresh + tallies.get(LABELLED).rows();
    return 1.5 * Math.abs(fresh / all - PUBLISHED_NEW);
  }

  /** Clients a file covers: rows of one client resemble each other, so that clients count. */
  private long clients(Expectation expected) {
    long labelled = tallies.get(LABELLED).rows();
    long fresh = tallies.get(NEW).rows();
    return switch (expected.file()) {
      case LABELLED -> labelled;
      case NEW -> fresh;
      default -> expected.kind() == Kind.TARGET ? labelled : labelled + fresh;
    };
  }

  /** Clients, or rows with a value where these are fewer. */
  private double known(Expectation expected, Tally tally) {
    return Math.min(clients(expected), tally.known(expected.column()));
  }

  private static Column share(String column, String value) {
    return avg(col(column).equalTo(value).cast("double"));
  }
}
