package io.clairscore.pipelines.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.CsvFolder;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that break a rule, each in quarantine with its file, line, column and reason. */
class RefusedRowsTest extends SparkTest {
  @TempDir Path folder;
  private CsvFolder data;
  private Job job;

  @BeforeEach
  void oneClient() {
    data = new CsvFolder(folder.resolve("data"));
    job = TestJobs.job(session(), folder.resolve("work"), "run-1");
  }

  @Test
  void everyBadRowIsNamedAndEveryGoodRowKept() throws IOException {
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    data.row("application_train", "SK_ID_CURR", 2, "TARGET", 2);
    data.row("application_train", "SK_ID_CURR", 3, "TARGET", "");
    data.row("application_train", "SK_ID_CURR", 4, "TARGET", 1, "AMT_CREDIT", "NaN");
    data.row("application_train", "SK_ID_CURR", 5, "TARGET", 1, "NAME_INCOME_TYPE", "Juggler");
    data.row("application_test", "SK_ID_CURR", "", "CNT_CHILDREN", 1);
    data.row("application_test", "SK_ID_CURR", 6, "DAYS_EMPLOYED", 365243);
    data.row("application_test", "SK_ID_CURR", 7, "DAYS_BIRTH", 365243);
    data.row("application_test", "SK_ID_CURR", 8, "CNT_CHILDREN", "1.5");
    data.row("application_test", "SK_ID_CURR", 9, "CNT_FAM_MEMBERS", "2.0");
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 10, "AMT_CREDIT_SUM", "much");
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 11, "AMT_CREDIT_SUM", "1e999");
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 12, "CREDIT_TYPE", "\"Car loan");
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 13, "CREDIT_TYPE", "\"Car loan\"");
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 14, "CREDIT_TYPE", "Car\u0000loan");
    data.line("bureau", "1,15");
    data.line("bureau", "");
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 16);
    data.write();
    Path bureau = data.path().resolve("bureau.csv");
    String latin = CsvFolder.text("bureau", "SK_ID_BUREAU", 17, "CREDIT_TYPE", "Cr\u00e9dit");
    Files.write(bureau, joined(Files.readAllBytes(bureau), latin));

    IngestReport report = IngestStep.run(job, new IngestRequest(data.path(), 300));

    assertThat(quarantine())
        .containsExactlyInAnyOrder(
            "application_train 3 TARGET: outside 0 to 1",
            "application_train 4 TARGET: missing",
            "application_train 5 AMT_CREDIT: not a finite number",
            "application_test 2 SK_ID_CURR: missing",
            "application_test 4 DAYS_BIRTH: outside -40000 to -5000",
            "application_test 5 CNT_CHILDREN: not a whole number",
            "bureau 2 AMT_CREDIT_SUM: not a number",
            "bureau 3 AMT_CREDIT_SUM: not a finite number",
            "bureau 4 : unparseable quote",
            "bureau 6 : NUL byte",
            "bureau 7 : has not the 17 fields of the header",
            "bureau 8 : empty line",
            "bureau 10 : not valid UTF-8 text (perhaps Latin-1)");
    assertThat(clients()).containsExactlyInAnyOrder("1 0", "5 1", "6 null", "9 null");
    assertThat(report.read()).isEqualTo(report.kept() + report.quarantined()).isEqualTo(19);
    assertThat(report.files().get(0).unseen()).containsEntry("NAME_INCOME_TYPE", 1L);
    assertThat(textOf("bureau", 10)).isEqualTo(latin);
    assertThat(textOf("application_train", 3)).isEqualTo(data.lines("application_train").get(2));
  }

  @Test
  void aKeyThatRepeatsKeepsItsFirstRow() {
    for (int client = 1; client <= 3; client++) {
      data.row("application_train", "SK_ID_CURR", client, "TARGET", 1, "CNT_CHILDREN", 1);
    }
    data.row("application_train", "SK_ID_CURR", 2, "TARGET", 1, "CNT_CHILDREN", 1);
    data.row("application_train", "SK_ID_CURR", 3, "TARGET", 0, "CNT_CHILDREN", 2);
    data.row("application_test", "SK_ID_CURR", 1, "CNT_CHILDREN", 4);
    data.row("application_test", "SK_ID_CURR", 4);
    data.row("POS_CASH_balance", "SK_ID_PREV", 5, "SK_ID_CURR", 1, "MONTHS_BALANCE", -1);
    data.row("POS_CASH_balance", "SK_ID_PREV", 5, "SK_ID_CURR", 1, "MONTHS_BALANCE", -2);
    data.row("installments_payments", "SK_ID_PREV", 5, "SK_ID_CURR", 1);
    data.row("installments_payments", "SK_ID_PREV", 5, "SK_ID_CURR", 1);
    data.write();

    // Chunks smaller than a row: repetitions must be found across tasks.
    IngestReport report = IngestStep.run(job, new IngestRequest(data.path(), 200));

    assertThat(quarantine())
        .containsExactlyInAnyOrder(
            "application_train 5 SK_ID_CURR: duplicate key, same content as the first row",
            "application_train 6 SK_ID_CURR: duplicate key, other content than the first row",
            "application_test 2 SK_ID_CURR: duplicate key, other content than the first row");
    assertThat(clients()).containsExactlyInAnyOrder("1 1", "2 1", "3 1", "4 null");
    assertThat(report.quarantined()).isEqualTo(3);
    assertThat(raw(Table.POS_CASH_BALANCE)).hasSize(2);
    assertThat(raw(Table.INSTALLMENTS_PAYMENTS)).as("partial payments may repeat").hasSize(2);
  }

  @Test
  void orphansStayAndAreCounted() {
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 10);
    data.row("bureau", "SK_ID_CURR", 99, "SK_ID_BUREAU", 11);
    data.row("bureau_balance", "SK_ID_BUREAU", 10, "MONTHS_BALANCE", -1);
    data.row("bureau_balance", "SK_ID_BUREAU", 77, "MONTHS_BALANCE", -1);
    data.header("credit_card_balance");
    data.write();

    IngestReport report = IngestStep.run(job, new IngestRequest(data.path()));

    assertThat(report.orphans())
        .contains(
            new Orphans("bureau.SK_ID_CURR", "application.SK_ID_CURR", 2, 1),
            new Orphans("bureau_balance.SK_ID_BUREAU", "bureau.SK_ID_BUREAU", 2, 1));
    assertThat(report.quarantined()).isZero();
    assertThat(raw(Table.BUREAU_BALANCE)).hasSize(2);
    assertThat(report.empty()).containsExactly("credit_card_balance");
    assertThat(String.join("\n", report.lines()))
        .contains("credit_card_balance: a header and no row");
    assertThat(report.absent()).contains("previous_application");
  }

  @Test
  void applicationsWithoutARowAreRefused() {
    data.header("application_train").row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 1).write();
    refused("There is no client in", "a header and no row");
  }

  @Test
  void aGzipFileThatEndsTooEarlyLeavesNothingBehind() throws IOException {
    for (int client = 1; client < 300; client++) {
      data.row("application_train", "SK_ID_CURR", client, "TARGET", client % 2);
      data.row("bureau", "SK_ID_CURR", client, "SK_ID_BUREAU", client, "DAYS_CREDIT", -client);
    }
    data.writeCompressed();
    Path bureau = data.path().resolve("bureau.csv.gz");
    byte[] bytes = Files.readAllBytes(bureau);
    Files.write(bureau, Arrays.copyOf(bytes, bytes.length - 20));
    refused("bureau.csv.gz is damaged", "Nothing of this load was kept");
    assertThat(Files.exists(job.workspace().raw(Table.APPLICATION))).isFalse();
    assertThat(Files.exists(job.workspace().quarantine())).isFalse();

    Files.write(bureau, bytes);
    Job other = TestJobs.job(session(), folder.resolve("work"), "run-2");
    assertThat(IngestStep.run(other, new IngestRequest(data.path())).kept()).isEqualTo(598);
  }

  /** Each leaves no row of one file, and rows of the others: not done, whatever these give. */
  @ParameterizedTest
  @ValueSource(strings = {"other columns' values", "short", "repeated", "Latin-1", "missing keys"})
  void aFileOfWhichEveryRowIsRefusedIsRefused(String fault) throws IOException {
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    data.row("application_train", "SK_ID_CURR", 2, "TARGET", 0);
    switch (fault) {
      case "other columns' values" ->
          data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 1, "DAYS_CREDIT", "Car loan");
      case "short" -> data.line("bureau", "1,10").line("bureau", "2,11");
      case "repeated" ->
          data.row("application_test", "SK_ID_CURR", 1).row("application_test", "SK_ID_CURR", 2);
      case "missing keys" -> data.row("bureau", "SK_ID_CURR", "", "SK_ID_BUREAU", 1);
      default -> data.header("bureau");
    }
    data.write();
    if (fault.equals("Latin-1")) {
      Path bureau = data.path().resolve("bureau.csv");
      String latin = CsvFolder.text("bureau", "SK_ID_BUREAU", 17, "CREDIT_TYPE", "Cr\u00e9dit");
      Files.write(bureau, joined(Files.readAllBytes(bureau), latin));
    }
    refused("can be kept", "rows breaks a rule: {", "nothing of this load was kept");
    assertThat(Files.exists(job.workspace().raw(Table.APPLICATION))).isFalse();
  }

  @Test
  void aGzipFileWhoseSecondMemberIsDamagedIsNotReadInPart() throws IOException {
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    data.writeCompressed();
    Path file = data.path().resolve("application_train.csv.gz");
    byte[] first = Files.readAllBytes(file);
    byte[] both = Arrays.copyOf(first, 2 * first.length);
    System.arraycopy(first, 0, both, first.length, first.length);
    both[first.length + 2] = 7;
    Files.write(file, both);
    refused("application_train.csv.gz is damaged", "Fetch the file again");
  }

  private void refused(String... words) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> IngestStep.run(job, new IngestRequest(data.path())));
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DATA);
    assertThat(refusal.getMessage()).contains(words);
  }

  private List<String> quarantine() {
    return DeltaFolders.read(session(), job.workspace().quarantine()).collectAsList().stream()
        .map(
            row ->
                row.<String>getAs("file")
                    + " "
                    + row.<Long>getAs("line")
                    + " "
                    + row.<String>getAs("column")
                    + ": "
                    + row.<String>getAs("reason"))
        .toList();
  }

  private String textOf(String file, long line) {
    return DeltaFolders.read(session(), job.workspace().quarantine())
        .filter("file = '" + file + "' AND line = " + line)
        .head()
        .getAs("raw_text");
  }

  private List<String> clients() {
    return raw(Table.APPLICATION).stream()
        .map(row -> row.getAs("SK_ID_CURR") + " " + row.getAs("TARGET"))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<Row> raw(Table table) {
    return DeltaFolders.read(session(), job.workspace().raw(table)).collectAsList();
  }

  private static byte[] joined(byte[] content, String latin) throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    out.write(content);
    out.write(latin.getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }
}
