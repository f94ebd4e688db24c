package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.TableSchema;
import io.clairscore.pipelines.csv.Fields;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns the fields of a line into a row of its table, or says which rule the line breaks. */
final class RowParser {
  private final Column[] columns;
  private final boolean[] required;
  private final Map<UTF8String, UTF8String>[] known;
  private final String[] ranges;
  private final long[] unseen;
  private final int[] unseenFields;
  private int unseenHere;

  /** A parser of rows of one file. */
  RowParser(SourceFile file) {
    this(file.table().schema(), file.order(), file.labelled());
  }

  /**
   * A parser of rows.
   *
   * @param order for each field of a row, the position of its column in the table
   * @param labelled whether each row must have an outcome
   */
  RowParser(TableSchema schema, int[] order, boolean labelled) {
    columns = new Column[order.length];
    required = new boolean[order.length];
    known = newMaps(order.length);
    ranges = new String[order.length];
    unseen = new long[order.length];
    unseenFields = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      Column column = schema.columns().get(order[i]);
      columns[i] = column;
      if (column instanceof NumberColumn number) {
        required[i] =
            column.role() == Role.IDENTIFIER
                || schema.primaryKey().contains(number)
                || labelled && column == Application.TARGET;
        ranges[i] = "outside " + plain(number.min()) + " to " + plain(number.max());
      } else if (column instanceof CategoryColumn category) {
        known[i] = new HashMap<>();
        for (String value : category.values()) {
          UTF8String text = UTF8String.fromString(value);
          known[i].put(text, text);
        }
      }
    }
  }

  /** Fields of a row. */
  int fields() {
    return columns.length;
  }

  /** Fills a row from its fields; yields the first broken rule, or null. */
  Defect parse(Fields fields, SpecificInternalRow row) {
    unseenHere = 0;
    for (int i = 0; i < columns.length; i++) {
      int from = fields.start(i);
      int to = fields.end(i);
      String broken = null;
      if (from == to) {
        row.setNullAt(columns[i].position());
        broken = required[i] ? "missing" : null;
      } else if (columns[i] instanceof NumberColumn number) {
        broken = number(i, number, fields, row);
      } else {
        row.update(columns[i].position(), category(i, fields.bytes(), from, to));
      }
      if (broken != null) {
        return new Defect(columns[i].name(), broken);
      }
    }
    return null;
  }

  /** Counts the unseen categories of the row parsed last, which was accepted. */
  void countUnseen() {
    for (int i = 0; i < unseenHere; i++) {
      unseen[unseenFields[i]]++;
    }
  }

  /** Accepted values outside the frozen lists, by column; columns without any are absent. */
  Map<String, Long> unseen() {
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      if (unseen[i] > 0) {
        counts.put(columns[i].name(), unseen[i]);
      }
    }
    return counts;
  }

  private String number(int field, NumberColumn column, Fields fields, SpecificInternalRow row) {
    double value = Numbers.parse(fields.bytes(), fields.start(field), fields.end(field));
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isInfinite(value) || namesNoNumber(fields.text(field))
          ? "not a finite number"
          : "not a number";
    }
    if (!column.accepts(value)) {
      return column.integer() && value != Math.rint(value) ? "not a whole number" : ranges[field];
    }
    if (column.integer()) {
      row.setInt(column.position(), (int) value);
    } else {
      row.setDouble(column.position(), value);
    }
    return null;
  }

  private UTF8String category(int field, byte[] bytes, int from, int to) {
    UTF8String value = UTF8String.fromBytes(bytes, from, to - from);
    // The buffer is reused for later lines: a value outside the list needs its own bytes.
    UTF8String constant = known[field].get(value);
    if (constant == null) {
      unseenFields[unseenHere++] = field;
      return value.copy();
    }
    return constant;
  }

  private static boolean namesNoNumber(String text) {
    return text.strip().matches("(?i)[+-]?(nan|inf|infinity)");
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  @SuppressWarnings("unchecked")
  private static Map<UTF8String, UTF8String>[] newMaps(int length) {
    return (Map<UTF8String, UTF8String>[]) new Map<?, ?>[length];
  }
}
