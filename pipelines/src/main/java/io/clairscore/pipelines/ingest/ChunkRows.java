package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.TableSchema;
import io.clairscore.pipelines.csv.ChunkReader;
import io.clairscore.pipelines.csv.Fields;
import io.clairscore.pipelines.csv.LineReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * The accepted rows of a chunk, each in the same reused object; refused ones go to the reject
 * writer. The report is given once, after the last row. Beside the columns of the table a row holds
 * its file, its line and, if its key is among the wanted ones, its text.
 */
final class ChunkRows implements Iterator<InternalRow> {
  private final Chunk chunk;
  private final ChunkReader reader;
  private final RowParser parser;
  private final KeySet keys;
  private final Roaring64NavigableMap wanted;
  private final RefusedLines rejects;
  private final Consumer<ChunkReport> done;
  private final Fields fields = new Fields();
  private final SpecificInternalRow row;
  private final int width;
  private final Map<String, Long> reasons = new HashMap<>();
  private long read;
  private long kept;
  private boolean ready;
  private boolean ended;

  ChunkRows(
      Chunk chunk,
      StagedRows layout,
      Roaring64NavigableMap wanted,
      RefusedLines rejects,
      Consumer<ChunkReport> done)
      throws IOException {
    TableSchema schema = layout.table().schema();
    this.chunk = chunk;
    this.wanted = wanted;
    this.rejects = rejects;
    this.done = done;
    this.width = schema.width();
    this.row = new SpecificInternalRow(layout.schema());
    this.parser = new RowParser(chunk.source());
    this.keys = schema.primaryKey().isEmpty() ? null : new KeySet(schema.primaryKey());
    this.reader = new ChunkReader(Path.of(chunk.source().path()), chunk.from(), chunk.to());
    for (int i = 0; i < row.numFields(); i++) {
      row.setNullAt(i);
    }
  }

  @Override
  public boolean hasNext() {
    if (!ready && !ended) {
      try {
        ready = advance();
        if (!ready) {
          finish(null);
        }
      } catch (EOFException | ZipException e) {
        finish(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ready;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    return row;
  }

  /** Moves to the next accepted row. */
  private boolean advance() throws IOException {
    while (reader.next()) {
      if (chunk.index() == 0 && reader.count() == 1) {
        continue; // The header, checked before any row is read.
      }
      read++;
      Defect defect = defect();
      if (defect == null) {
        accept();
        return true;
      }
      reasons.merge(defect.words(), 1L, Long::sum);
      rejects.write(chunk, reader.count(), defect, reader.line());
    }
    return false;
  }

  private Defect defect() {
    String unreadable = fields.split(reader.line(), parser.fields());
    return unreadable == null ? parser.parse(fields, row) : Defect.ofRow(unreadable);
  }

  private void accept() {
    kept++;
    parser.countUnseen();
    row.setInt(width, chunk.file());
    row.setLong(width + 1, chunk.linesBefore() + reader.count());
    if (keys == null) {
      return;
    }
    if (wanted == null) {
      keys.add(row);
    } else if (wanted.contains(keys.key(row))) {
      LineReader line = reader.line();
      row.update(
          width + 2,
          UTF8String.fromBytes(line.bytes(), line.start(), line.end() - line.start()).copy());
    } else {
      row.setNullAt(width + 2);
    }
  }

  private void finish(String damage) {
    ended = true;
    try {
      reader.close();
      rejects.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (keys != null) {
      keys.compress();
    }
    done.accept(
        new ChunkReport(
            chunk,
            reader.count(),
            read,
            kept,
            reasons,
            parser.unseen(),
            rejects.path(),
            keys,
            damage));
  }
}
