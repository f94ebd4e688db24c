package io.clairscore.pipelines.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.CsvFolder;
import io.clairscore.pipelines.Folders;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads after the first: rows are added or replaced, all others stay untouched. */
class LaterLoadsTest extends SparkTest {
  /** The first load, made once; every test works on a copy. */
  @TempDir static Path loaded;

  @TempDir Path folder;
  private Path work;

  @BeforeEach
  void firstLoad() throws IOException {
    work = loaded.resolve("work");
    if (!Files.exists(work)) {
      load("one", first());
    }
    work = folder.resolve("work");
    Folders.copy(loaded.resolve("work"), work);
  }

  @Test
  void onlyNewAndDifferentRowsCarryTheNewLoad() {
    CsvFolder second = new CsvFolder(folder.resolve("two"));
    second.row("application_train", "SK_ID_CURR", 2, "TARGET", 1);
    second.row("application_train", "SK_ID_CURR", 4, "TARGET", 0);
    second.row("application_test", "SK_ID_CURR", 1);
    second.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 10);
    second.row("bureau", "SK_ID_CURR", 2, "SK_ID_BUREAU", 11, "AMT_CREDIT_SUM", "500.5");
    second.row("installments_payments", "SK_ID_PREV", 5, "SK_ID_CURR", 1);
    second.row("installments_payments", "SK_ID_PREV", 5, "SK_ID_CURR", 1);
    second.row("installments_payments", "SK_ID_PREV", 6, "SK_ID_CURR", 2);

    IngestReport report = load("two", second);

    assertThat(clients())
        .as("labelled by the second load: 2; not unlabelled by it: 1")
        .containsExactlyInAnyOrder("1 0 load 1", "2 1 load 2", "3 null load 1", "4 0 load 2");
    assertThat(rows(Table.BUREAU, "SK_ID_BUREAU", "AMT_CREDIT_SUM"))
        .containsExactlyInAnyOrder("10 1.0 load 1", "11 500.5 load 2");
    assertThat(rows(Table.INSTALLMENTS_PAYMENTS, "SK_ID_PREV", "SK_ID_CURR"))
        .as("client 1 pays as before, client 2 has other payments, client 3 is not in the load")
        .containsExactlyInAnyOrder("5 1 load 1", "5 1 load 1", "6 2 load 2", "8 3 load 1");
    assertThat(report.tables())
        .containsExactly(
            new TableChange("application", 1, 1, 1),
            new TableChange("bureau", 0, 1, 1),
            new TableChange("installments_payments", 0, 1, 2));
    assertThat(report.load()).isEqualTo(2);
  }

  @Test
  void theSameRowsAgainChangeNoTable() {
    long before = version(Table.APPLICATION) + version(Table.INSTALLMENTS_PAYMENTS);
    IngestReport report = load("again", first());
    assertThat(version(Table.APPLICATION) + version(Table.INSTALLMENTS_PAYMENTS)).isEqualTo(before);
    assertThat(report.tables())
        .allSatisfy(table -> assertThat(table.added() + table.changed()).isZero());
  }

  @Test
  void theSameRunAgainOnlyRepeatsItsReport() {
    IngestReport again = load("one", first());
    assertThat(again.load()).isEqualTo(1);
    assertThat(again.kept()).isEqualTo(9);
    assertThat(version(Table.APPLICATION)).isZero();
  }

  @Test
  void theSameRunOverOtherFilesIsRefused() {
    CsvFolder other = first().row("application_train", "SK_ID_CURR", 9, "TARGET", 1);
    assertThatThrownBy(() -> load("one", other))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("other input");
  }

  @Test
  void theQuarantineKeepsTheRowsOfEveryRun() {
    CsvFolder second = new CsvFolder(folder.resolve("bad"));
    second.row("application_train", "SK_ID_CURR", 7, "TARGET", 0);
    second.row("application_train", "SK_ID_CURR", 8, "TARGET", 8);
    load("bad-1", second);
    load("bad-2", second);
    Job job = TestJobs.job(session(), work, "bad-2");
    assertThat(DeltaFolders.read(session(), job.workspace().quarantine()).collectAsList())
        .extracting(row -> row.<String>getAs("run_id"))
        .containsExactlyInAnyOrder("bad-1", "bad-2");
  }

  private CsvFolder first() {
    CsvFolder data = new CsvFolder(folder.resolve("one"));
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    data.row("application_test", "SK_ID_CURR", 2);
    data.row("application_test", "SK_ID_CURR", 3);
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 10);
    data.row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 11);
    data.row("installments_payments", "SK_ID_PREV", 5, "SK_ID_CURR", 1);
    data.row("installments_payments", "SK_ID_PREV", 5, "SK_ID_CURR", 1);
    data.row("installments_payments", "SK_ID_PREV", 7, "SK_ID_CURR", 2);
    data.row("installments_payments", "SK_ID_PREV", 8, "SK_ID_CURR", 3);
    return data;
  }

  private IngestReport load(String runId, CsvFolder data) {
    data.write();
    return IngestStep.run(TestJobs.job(session(), work, runId), new IngestRequest(data.path()));
  }

  private List<String> clients() {
    return rows(Table.APPLICATION, "SK_ID_CURR", "TARGET");
  }

  private List<String> rows(Table table, String a, String b) {
    Path raw = TestJobs.job(session(), work, "any").workspace().raw(table);
    return DeltaFolders.read(session(), raw).collectAsList().stream()
        .map(row -> row.getAs(a) + " " + row.getAs(b) + " load " + row.getAs("_load"))
        .toList();
  }

  private long version(Table table) {
    return DeltaFolders.version(
        session(), TestJobs.job(session(), work, "any").workspace().raw(table));
  }
}
