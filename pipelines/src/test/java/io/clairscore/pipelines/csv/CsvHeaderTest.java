package io.clairscore.pipelines.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clairscore.features.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no CSV files with a header: what they are is said, not what follows from it. */
class CsvHeaderTest {
  @TempDir Path folder;

  @Test
  void namesAreReadAsTheyStand() throws IOException {
    assertThat(CsvHeader.of(file("\uFEFFSK_ID_CURR,\"a, b\"\r\n1,2\n")).names())
        .containsExactly("SK_ID_CURR", "a, b");
    Path packed = Files.write(folder.resolve("a.CSV.GZ"), gzip("A,B\n"));
    assertThat(CsvHeader.of(packed).names()).containsExactly("A", "B");
  }

  @ParameterizedTest
  @CsvSource({"';', semicolons", "'\t', tabs", "|, vertical bars"})
  void anotherSeparatorIsNamed(String separator, String name) throws IOException {
    String line = String.join(separator, "SK_ID_BUREAU", "MONTHS_BALANCE", "STATUS");
    refused(file(line + "\n1" + separator + "2,5" + separator + "C\n"), "divided by " + name);
    refused(file("\uFEFF" + line), "divided by " + name);
  }

  @ParameterizedTest
  @CsvSource({
    "504b0304, ZIP archive",
    "425a6839, bzip2",
    "fd377a585a00, xz",
    "28b52ffd, zstd",
    "50415231, Parquet",
    "d0cf11e0a1b11ae1, workbook",
    "00051607, macOS",
    "255044462d, PDF",
    "3c21444f4354, HTML",
    "7b2261223a, JSON"
  })
  void anotherFormatIsNamed(String bytes, String name) throws IOException {
    byte[] content = HexFormat.of().parseHex(bytes + "0000ff2c410d");
    refused(Files.write(folder.resolve("._a.csv"), content), "is no CSV file", name);
  }

  @Test
  void aCompressedFileHasItsNameOrIsRefused() throws IOException {
    byte[] once = gzip("A,B\n1,2\n");
    refused(Files.write(folder.resolve("a.csv"), once), "compressed by gzip", "Add .gz");
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(twice)) {
      out.write(once);
    }
    refused(Files.write(folder.resolve("a.csv.gz"), twice.toByteArray()), "compressed by gzip");
    refused(Files.writeString(folder.resolve("b.csv.gz"), "A,B\n1,2\n"), "damaged", "GZIP");
  }

  @ParameterizedTest
  @CsvSource({
    "',A,B', first column, pandas",
    "'\"\",A', first column, pandas",
    "' ,A,B', first column, pandas",
    "'A,B,', last column, comma",
    "'A,,B,,C', at column 2, may be missing",
    "'1,,,,,,,,,,,,,', column 2, others"
  })
  void aColumnWithoutNameIsFound(String line, String where, String why) throws IOException {
    refused(file(line + "\n1,2,3\n"), where, why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n", "\r\n\r\n", "\uFEFF\n\n"})
  void anEmptyFileIsCalledEmpty(String text) throws IOException {
    refused(file(text), "is empty");
    refused(Files.write(folder.resolve("packed.csv.gz"), gzip(text)), "is empty");
    refused(Files.createFile(folder.resolve("nothing.csv.gz")), "is empty");
    refused(file("\n" + text + "\nA,B\n"), "The first line is empty");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 200_000})
  void linesOfCarriageReturnsAreNotTakenForOne(int rows) throws IOException {
    String text = "SK_ID_CURR,TARGET\r" + "100001,1\r".repeat(rows) + "100002,0";
    refused(file(text), "carriage return alone", "tr '");
  }

  @Test
  void whatMayBeAClientsRecordIsNotRepeated() {
    Set<String> expected = Set.of("A", "B", "C");
    assertThat(header("A", "B", "COLOUR").unknown(expected)).isEqualTo("COLOUR");
    assertThat(header("A", "B", "Unnamed: 0").unknown(expected)).isEqualTo("Unnamed: 0");
    assertThat(header("A", "B").unknown(expected)).isEmpty();
    for (CsvHeader data :
        new CsvHeader[] {
          header("A", "Marie", "Curie"),
          header("100001", "Marie", "Curie"),
          header("A", "B", "100001"),
          header("A", "B", "C\u2028100001", "Marie"),
          header("A", "B", "C", "19.5", "Marie")
        }) {
      assertThat(data.unknown(expected)).contains("not repeated").doesNotContain("100", "Marie");
    }
  }

  private CsvHeader header(String... names) {
    return new CsvHeader(folder, List.of(names));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("plain.csv"), text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void refused(Path file, String... words) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> CsvHeader.of(file));
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DATA);
    assertThat(refusal.getMessage()).contains(words).contains(file.toString()).contains("Remedy: ");
  }
}
