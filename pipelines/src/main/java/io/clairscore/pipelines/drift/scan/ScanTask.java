package io.clairscore.pipelines.drift.scan;

import io.clairscore.drift.meaning.SegmentTerm;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.PopulationAccumulator;
import io.clairscore.drift.profile.ProfileLimits;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Row;

/**
 * Scans the rows of one task: each row holds the columns in their order and, if clients are scored,
 * the client's identifier and segments after them. A scan leaves as bytes.
 *
 * @param columns columns of the rows
 * @param limits how large a profile may become
 * @param scoring how clients are scored, by the columns that the model reads; null if they are not
 */
record ScanTask(List<ColumnSpec> columns, ProfileLimits limits, Scoring scoring)
    implements Function2<Integer, Iterator<Row>, Iterator<byte[]>> {

  @Override
  public Iterator<byte[]> call(Integer task, Iterator<Row> rows) {
    return Stream.of(scan(task, rows).bytes()).iterator();
  }

  Scan scan(int task, Iterator<Row> rows) {
    PopulationAccumulator population = new PopulationAccumulator(columns, limits);
    ScoringTask scores = scoring == null ? null : new ScoringTask(scoring, columns);
    SortedMap<String, Long> unreadable = new TreeMap<>();
    float[] vector = new float[columns.size()];
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int i = 0; i < vector.length; i++) {
        if (columns.get(i).type().isNumber()) {
          double number = number(row.get(i), columns.get(i), unreadable);
          population.number(i, number);
          vector[i] = (float) number;
        } else {
          population.category(i, category(row.get(i)));
        }
      }
      population.endRow();
      if (scores != null) {
        scores.add(row.get(vector.length), vector, column -> segment(row, column));
      }
    }
    SortedMap<Integer, ScoreTally> tallies = new TreeMap<>();
    if (scores != null) {
      tallies.put(task, scores.tally());
    }
    return new Scan(population.profile(), tallies, unreadable);
  }

  private static double number(Object cell, ColumnSpec column, SortedMap<String, Long> unreadable) {
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    if (cell == null || cell.toString().isBlank()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(cell.toString());
    } catch (NumberFormatException e) {
      unreadable.merge(column.name(), 1L, Long::sum);
      return Double.NaN;
    }
  }

  private String segment(Row row, String column) {
    String value = category(row.get(columns.size() + 1 + scoring.segments().indexOf(column)));
    return value == null ? SegmentTerm.NONE : value;
  }

  private static String category(Object cell) {
    return cell == null || cell.toString().isEmpty() ? null : cell.toString();
  }
}
