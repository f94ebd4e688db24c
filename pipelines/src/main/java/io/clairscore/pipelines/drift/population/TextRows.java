package io.clairscore.pipelines.drift.population;

import io.clairscore.pipelines.csv.ChunkReader;
import io.clairscore.pipelines.csv.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows of a part of a file whose rows were all found to be rows; every cell is a text, an empty
 * one is missing.
 *
 * @param columns cells of a row
 */
record TextRows(int columns) implements FlatMapFunction<FilePart, InternalRow> {

  @Override
  public Iterator<InternalRow> call(FilePart part) throws IOException {
    ChunkReader reader = part.open();
    Fields fields = new Fields();
    return new Iterator<>() {
      private InternalRow next = read();

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public InternalRow next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        InternalRow row = next;
        next = read();
        return row;
      }

      private InternalRow read() {
        try {
          while (reader.next()) {
            String broken = fields.split(reader.line(), columns);
            if (broken == null) {
              return row(fields);
            }
            if (!broken.equals(Fields.EMPTY_LINE)) {
              throw new IllegalStateException(part.path() + " changed while it was read");
            }
          }
          reader.close();
          return null;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private InternalRow row(Fields fields) {
    Object[] cells = new Object[columns];
    for (int i = 0; i < columns; i++) {
      int length = fields.end(i) - fields.start(i);
      if (length > 0) {
        // The reader reuses its bytes for later lines.
        cells[i] = UTF8String.fromBytes(fields.bytes(), fields.start(i), length).copy();
      }
    }
    return new GenericInternalRow(cells);
  }
}
