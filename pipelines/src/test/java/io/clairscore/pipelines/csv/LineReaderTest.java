package io.clairscore.pipelines.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {

  @Test
  void readsLinesOfEveryLengthAndEnd() throws IOException {
    List<String> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      String line = "x".repeat(random.nextInt(i % 50 == 0 ? 400_000 : 200));
      expected.add(line);
      text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    assertThat(lines(text.toString())).isEqualTo(expected);
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertThat(lines("a\nb")).containsExactly("a", "b");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n\n")).containsExactly("", "");
  }

  @Test
  void aLineWithoutBoundIsCutAndTheNextOneWhole() throws IOException {
    String endless = "y".repeat(3 * LineReader.LONGEST);
    LineReader reader = reader("first\n" + endless + "\nlast\nend");
    reader.next();
    assertThat(reader.cut()).isFalse();
    assertThat(reader.next()).isTrue();
    assertThat(reader.cut()).isTrue();
    assertThat(reader.end() - reader.start()).isEqualTo(LineReader.LONGEST);
    assertThat(reader.next()).isTrue();
    assertThat(text(reader)).isEqualTo("last");
    assertThat(reader.consumed()).isEqualTo("first\n".length() + endless.length() + 1 + 5);
    assertThat(reader.next()).isTrue();
    assertThat(text(reader)).isEqualTo("end");
    assertThat(reader.next()).isFalse();
  }

  @Test
  void chunksOfAnySizeShareTheLinesAmongThem(@TempDir Path folder) throws IOException {
    String text = "header\nab\n\nc\r\ndefgh\n\u00e9\u00e8\nlast";
    Path file = folder.resolve("lines");
    Files.writeString(file, text);
    List<String> whole = lines(text);
    long size = Files.size(file);
    for (int largest = 1; largest <= size; largest++) {
      List<String> found = new ArrayList<>();
      int count = (int) ((size + largest - 1) / largest);
      for (int i = 0; i < count; i++) {
        long from = size * i / count;
        long to = size * (i + 1) / count;
        try (ChunkReader reader = new ChunkReader(file, from, to)) {
          while (reader.next()) {
            found.add(text(reader.line()));
          }
        }
      }
      assertThat(found).as("chunks of " + largest + " bytes").isEqualTo(whole);
    }
  }

  private static List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    LineReader reader = reader(text);
    while (reader.next()) {
      lines.add(text(reader));
    }
    return lines;
  }

  private static LineReader reader(String text) {
    return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(LineReader reader) {
    return new String(
        reader.bytes(), reader.start(), reader.end() - reader.start(), StandardCharsets.UTF_8);
  }
}
