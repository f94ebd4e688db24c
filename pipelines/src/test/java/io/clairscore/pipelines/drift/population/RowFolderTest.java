package io.clairscore.pipelines.drift.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.drift.profile.CategoryProfile;
import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.drift.scan.PopulationScan;
import io.clairscore.pipelines.ingest.FileCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowFolderTest extends SparkTest {
  private static final String HEADER = "SK_ID_CURR,CODE_GENDER,AMT_CREDIT,DAYS_EMPLOYED\n";

  @TempDir Path folder;

  private Cohort population(Path place) {
    return new RowFolder(session(), List.of("BURO_DAYS_CREDIT_MEAN")).population(place);
  }

  private PopulationScan scan(Path place) {
    Cohort population = population(place);
    return PopulationScan.of(population, population.kinds(), Optional.empty());
  }

  private Path csv(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsPlainAndGzippedFilesOfOneTable() throws IOException {
    csv("part1.csv", HEADER + "1,F,100.5,365243\n2,,,-7\n");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("part2.csv.gz")))) {
      out.write((HEADER + "3,M,200,-7\n").getBytes(StandardCharsets.UTF_8));
    }
    var profile = scan(folder).profile();
    assertThat(profile.rows()).isEqualTo(3);
    assertThat(profile.columns().keySet())
        .containsExactly("CODE_GENDER", "AMT_CREDIT", "DAYS_EMPLOYED");
    CategoryProfile gender = (CategoryProfile) profile.columns().get("CODE_GENDER");
    assertThat(gender.counts()).isEqualTo(Map.of("F", 1L, "M", 1L));
    assertThat(gender.missing()).isEqualTo(1);
    NumberProfile credit = (NumberProfile) profile.columns().get("AMT_CREDIT");
    assertThat(credit.missing()).isEqualTo(1);
    NumberProfile employed = (NumberProfile) profile.columns().get("DAYS_EMPLOYED");
    assertThat(employed.sentinels().total()).isEqualTo(1);
    assertThat(employed.values().count(0)).isEqualTo(2);
  }

  @Test
  void featuresAreKnownByTheirNames() throws IOException {
    Path file = csv("features.csv", "SK_ID_CURR,BURO_DAYS_CREDIT_MEAN\n1,-20.5\n");
    assertThat(population(file).kinds()).containsExactly(Layer.FEATURES);
  }

  @Test
  void refusesWhatItCannotRead() throws IOException {
    refused(() -> population(folder.resolve("absent")), "neither a Delta table");
    refused(() -> population(folder), "neither a Delta table");
    Path text = csv("text.csv", HEADER + "1,F,much,1\n2,F,more,1\n3,F,3,1\n");
    refused(() -> scan(text), "by column: {AMT_CREDIT=2}");
    Path empty = csv("empty.csv", HEADER);
    refused(() -> scan(empty), "has no rows");
    refused(() -> population(csv("other.csv", "SK_ID_CURR,CODE_GENDER,AGE\n")), "[AGE]");
    refused(() -> population(csv("twice.csv", "AMT_CREDIT,AMT_CREDIT\n")), "a name of its own");
    refused(() -> population(folder), "different header lines");
  }

  @Test
  void aShortRowIsRefused() throws IOException {
    Path file = csv("short.csv", HEADER + "1,F,100,1\n2,F\n");
    refused(() -> scan(file), "the first in line 3: {has not the 4 fields of the header=1}");
  }

  /** What ingest sends to quarantine because it is no row, in the words of ingest. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,F,100,1,9 | has not the 4 fields of the header",
        "2,F | has not the 4 fields of the header",
        "2,\"F,100,1 | unparseable quote",
        "2,\0,100,1 | NUL byte",
        "2,\u00e9,100,1 | not valid UTF-8 text (perhaps Latin-1)"
      })
  void aRowThatIsNoneIsRefusedAsByIngest(String row, String rule) throws IOException {
    String text = HEADER + "1,F,100,1\n\n" + row + "\n" + row + "\n3,F,100,1\n";
    Path file = Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
    refused(() -> population(file), "a.csv break a rule, the first in line 4: {" + rule + "=2}");
  }

  /** Names that Spark takes for patterns, or for files of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "_b.csv",
        ".b.csv",
        "cur[12].csv",
        "cur{1,2}.csv",
        "c?r*.csv",
        "B.CSV",
        "a b%.csv"
      })
  void aFileIsReadUnderItsOwnName(String name) throws IOException {
    csv("cur1.csv", HEADER + "1,F,100,1\n");
    Path file = csv(name, HEADER + "2,M,1,1\n3,M,1,1\n");
    assertThat(scan(file).profile().rows()).isEqualTo(2);
    assertThat(scan(folder).profile().rows()).isEqualTo(3);
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int row = 0; row < 20_000; row++) {
        out.write(((row == 0 ? HEADER : "") + row + ",F,100," + -row + "\n").getBytes());
      }
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 20));
    refused(() -> population(file), "a.csv.gz is damaged");
    byte[] surplus = Arrays.copyOf(whole, whole.length + 10);
    Files.write(file, surplus);
    refused(() -> population(file), "a.csv.gz is damaged");
    Files.write(file, whole);
    assertThat(scan(file).profile().rows()).isEqualTo(20_000);
  }

  @Test
  void aFileThatIsCutIntoPartsIsOneTable() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    IntStream.range(0, 1000).forEach(row -> text.append(row).append(",F,100,1\n"));
    Path file = csv("large.csv", text.toString());
    List<FilePart> parts =
        IntStream.range(0, 60)
            .mapToObj(i -> new FilePart(file.toString(), i * 200L, i * 200L + 200))
            .toList();
    List<String> columns = List.of(HEADER.strip().split(","));
    assertThat(BrokenRows.counted("large", parts, columns, Optional.of(Table.APPLICATION)))
        .containsExactly(
            new FileCounts(
                "large.csv",
                text.length(),
                1000,
                0,
                1000,
                Map.of(
                    "SK_ID_CURR: outside 1 to 2147483647", 1L,
                    "DAYS_EMPLOYED: outside -25000 to 0", 999L),
                Map.of()));
    text.insert(text.indexOf("700,F"), "broken\n").append("broken\n");
    csv("large.csv", text.toString());
    refused(
        () -> BrokenRows.counted("large", parts, columns, Optional.empty()),
        "the first in line 702: {has not the 4");
  }

  private static void refused(ThrowingCallable work, String message) {
    assertThatThrownBy(work)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.DATA);
  }
}
