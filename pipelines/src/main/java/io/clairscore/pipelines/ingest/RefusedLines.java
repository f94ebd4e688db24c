package io.clairscore.pipelines.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.csv.Fields;
import io.clairscore.pipelines.csv.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the refused rows of one task attempt as lines of JSON; no file without a row. */
final class RefusedLines implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private JsonGenerator out;

  /** A writer to a file, or to nowhere if it is null. */
  RefusedLines(Path file) {
    this.file = file;
  }

  void write(Chunk chunk, long lineInChunk, Defect defect, LineReader line) throws IOException {
    if (file == null) {
      return;
    }
    if (out == null) {
      Files.createDirectories(file.getParent());
      out = JSON.createGenerator(Files.newBufferedWriter(file));
      out.setRootValueSeparator(new SerializedString("\n"));
    }
    out.writeStartObject();
    out.writeStringField("file", chunk.source().name());
    out.writeNumberField("chunk", chunk.index());
    out.writeNumberField("line", lineInChunk);
    out.writeStringField("column", defect.column());
    out.writeStringField("reason", defect.reason());
    out.writeStringField("raw_text", text(line));
    out.writeEndObject();
  }

  /** Path of the file, null if no row was written. */
  String path() {
    return out == null ? null : file.toString();
  }

  /** The line as text; bytes that are not UTF-8 are read as Latin-1, which keeps each of them. */
  private static String text(LineReader line) {
    int length = line.end() - line.start();
    boolean utf8 = Fields.utf8(line.bytes(), line.start(), line.end());
    return new String(
        line.bytes(),
        line.start(),
        length,
        utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
