package io.clairscore.pipelines.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.CollectionAccumulator;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** What one task does with its chunk. */
final class ParseChunk implements FlatMapFunction<Iterator<Chunk>, InternalRow> {
  private final StagedRows layout;
  private final String refusedLines;
  private final CollectionAccumulator<ChunkReport> reports;
  private final Broadcast<Roaring64NavigableMap> wanted;

  /**
   * A parsing function.
   *
   * @param refusedLines folder of the refused lines, null to drop them
   * @param reports where the report of the chunk goes, null for nowhere
   * @param wanted keys of the rows whose text is wanted, null for none
   */
  ParseChunk(
      StagedRows layout,
      String refusedLines,
      CollectionAccumulator<ChunkReport> reports,
      Broadcast<Roaring64NavigableMap> wanted) {
    this.layout = layout;
    this.refusedLines = refusedLines;
    this.reports = reports;
    this.wanted = wanted;
  }

  @Override
  public Iterator<InternalRow> call(Iterator<Chunk> chunks) throws IOException {
    if (!chunks.hasNext()) {
      return Collections.emptyIterator();
    }
    // A repeated attempt writes another file; only the report of the one that counted is kept.
    String name = "attempt-" + TaskContext.get().taskAttemptId() + ".json";
    return new ChunkRows(
        chunks.next(),
        layout,
        wanted == null ? null : wanted.value(),
        new RefusedLines(refusedLines == null ? null : Path.of(refusedLines, name)),
        report -> {
          if (reports != null) {
            reports.add(report);
          }
        });
  }
}
