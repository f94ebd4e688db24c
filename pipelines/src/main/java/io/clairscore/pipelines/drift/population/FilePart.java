package io.clairscore.pipelines.drift.population;

import io.clairscore.pipelines.csv.ChunkReader;
import io.clairscore.pipelines.csv.CsvErrors;
import io.clairscore.pipelines.csv.CsvHeader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a CSV file that one task reads: the lines that begin in a range of its bytes.
 *
 * @param path the file
 * @param from first byte
 * @param to past the last byte, in which a line may begin
 */
record FilePart(String path, long from, long to) implements Serializable {
  private static final long LARGEST = 32L << 20;

  /** The parts of files, in their order; a gzip file is one part. */
  static List<FilePart> of(List<Path> files) {
    List<FilePart> parts = new ArrayList<>();
    for (Path file : files) {
      long bytes = size(file);
      long count = CsvHeader.gzip(file) ? 1 : Math.max(1, (bytes + LARGEST - 1) / LARGEST);
      for (long i = 0; i < count; i++) {
        parts.add(new FilePart(file.toString(), bytes * i / count, bytes * (i + 1) / count));
      }
    }
    return parts;
  }

  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw CsvErrors.unreadable(file, e);
    }
  }

  Path file() {
    return Path.of(path);
  }

  /** The lines of the part, without the header. */
  ChunkReader open() throws IOException {
    ChunkReader lines = new ChunkReader(file(), from, to);
    if (from == 0) {
      lines.next();
    }
    return lines;
  }
}
