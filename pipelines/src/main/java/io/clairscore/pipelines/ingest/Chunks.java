package io.clairscore.pipelines.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts files into chunks of bounded size, so that several tasks read one file. */
final class Chunks {

  private Chunks() {}

  /**
   * Chunks of files of one table.
   *
   * @param largest bytes of a chunk at most, gzip files apart
   */
  static List<Chunk> of(List<SourceFile> files, long largest) {
    List<Chunk> chunks = new ArrayList<>();
    for (int f = 0; f < files.size(); f++) {
      SourceFile file = files.get(f);
      int count = file.gzip() ? 1 : (int) Math.max(1, (file.bytes() + largest - 1) / largest);
      for (int i = 0; i < count; i++) {
        chunks.add(
            new Chunk(file, f, i, file.bytes() * i / count, file.bytes() * (i + 1) / count, 0));
      }
    }
    return chunks;
  }

  /** The chunks of these reports, each knowing how many lines of its file come before it. */
  static List<Chunk> numbered(List<ChunkReport> reports) {
    Map<String, Long> before = new HashMap<>();
    List<Chunk> chunks = new ArrayList<>();
    for (ChunkReport report : reports) {
      String file = report.chunk().source().name();
      chunks.add(report.chunk().afterLines(before.getOrDefault(file, 0L)));
      before.merge(file, report.lines(), Long::sum);
    }
    return chunks;
  }
}
