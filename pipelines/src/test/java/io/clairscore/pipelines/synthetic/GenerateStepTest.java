package io.clairscore.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateStepTest extends SparkTest {
  private static final Population PEOPLE = new Population(30, 5, 7);
  private static final List<String> FILES =
      List.of(
          "application_train",
          "application_test",
          "bureau",
          "bureau_balance",
          "previous_application",
          "POS_CASH_balance",
          "installments_payments",
          "credit_card_balance");

  @TempDir private Path folder;

  @Test
  void filesAreTheSameBytesForOneAndForSevenPartitions() throws IOException {
    Map<String, Long> once = write("one", Format.CSV, 35);
    Map<String, Long> seven = write("seven", Format.CSV, 5);

    assertThat(seven).isEqualTo(once).containsOnlyKeys(FILES);
    for (String file : FILES) {
      assertThat(folder.resolve("seven").resolve(file + ".csv"))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(file + ".csv"));
    }
  }

  @Test
  void anotherSeedGivesOtherClients() throws IOException {
    write("first", Format.CSV, 35);
    generate(new Population(30, 5, 8), "second", Format.CSV, 35);

    assertThat(Files.readString(folder.resolve("second/application_train.csv")))
        .isNotEqualTo(Files.readString(folder.resolve("first/application_train.csv")));
  }

  @Test
  void gzipPartsJoinIntoOneReadableFile() throws IOException {
    write("text", Format.CSV, 35);
    write("zipped", Format.CSV_GZ, 5);

    for (String file : FILES) {
      Path zipped = folder.resolve("zipped").resolve(file + ".csv.gz");
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
        assertThat(in.readAllBytes())
            .isEqualTo(Files.readAllBytes(folder.resolve("text").resolve(file + ".csv")));
      }
    }
  }

  @Test
  void parquetHoldsTheRowsOfTheText() throws IOException {
    Map<String, Long> text = write("text", Format.CSV, 35);
    Map<String, Long> parquet = write("parquet", Format.PARQUET, 5);

    assertThat(parquet).isEqualTo(text);
    Dataset<Row> fromText =
        session().read().option("header", true).csv(folder.resolve("text/bureau.csv").toString());
    Dataset<Row> fromParquet =
        session().read().parquet(folder.resolve("parquet/bureau.parquet").toString());
    String sum = "sum(cast(AMT_CREDIT_SUM as double))";
    assertThat(fromParquet.selectExpr(sum).first().getDouble(0))
        .isEqualTo(fromText.selectExpr(sum).first().getDouble(0));
  }

  @Test
  void newClientsCarryNoTarget() throws IOException {
    write("data", Format.CSV, 35);

    List<String> lines =
        Files.readAllLines(folder.resolve("data/application_test.csv"), StandardCharsets.UTF_8);
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).startsWith("SK_ID_CURR,NAME_CONTRACT_TYPE").doesNotContain("TARGET");
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("full")).resolve("mine.txt"), "x");

    assertThatThrownBy(() -> write("full", Format.CSV, 35))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("already holds something")
        .hasMessageContaining("Remedy:");
    assertThat(folder.resolve("full/mine.txt")).exists();
  }

  @Test
  void leavesNothingAsideOnceDone() throws IOException {
    write("done", Format.CSV, 10);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("done"));
    }
    assertThat(folder.resolve("done/parts")).doesNotExist();
  }

  private Map<String, Long> write(String name, Format format, int clientsPerTask) {
    return generate(PEOPLE, name, format, clientsPerTask);
  }

  private Map<String, Long> generate(
      Population people, String name, Format format, int clientsPerTask) {
    return GenerateStep.run(
            TestJobs.job(session(), folder, "generate"),
            new GenerateRequest(people, format, folder.resolve(name), clientsPerTask))
        .rows();
  }
}
