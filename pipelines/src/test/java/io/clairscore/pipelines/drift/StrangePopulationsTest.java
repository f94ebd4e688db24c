package io.clairscore.pipelines.drift;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.drift.verdict.Action;
import io.clairscore.drift.verdict.AlarmReason;
import io.clairscore.drift.verdict.Cause;
import io.clairscore.drift.verdict.DataQuality;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.IssueKind;
import io.clairscore.drift.verdict.QualityIssue;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.TableQuality;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Populations as no one wants them, through the command's own step: words, never a crash. */
class StrangePopulationsTest extends SparkTest {
  private static final String HEADER =
      "AMT_CREDIT,EXT_SOURCE_1,EXT_SOURCE_3,DAYS_EMPLOYED,CODE_GENDER,OCCUPATION_TYPE\n";

  @TempDir static Path folder;
  private static DriftWorkspace workspace;

  @BeforeEach
  void fillOnce() {
    if (workspace == null) {
      workspace = DriftWorkspace.of(session(), folder.resolve("workspace"), 0);
    }
  }

  private DriftReport report(Path reference, Path current) throws IOException {
    DriftStep.run(
        workspace.job(),
        DriftWorkspace.request(null, reference, current, null, DriftWorkspace.DATE));
    Path json = workspace.workspace().driftReports().resolve(DriftWorkspace.DATE + ".json");
    for (String page : new String[] {".fr.html", ".en.html"}) {
      assertThat(json.resolveSibling(DriftWorkspace.DATE + page)).isRegularFile();
    }
    return ReportJson.read(Files.readString(json));
  }

  private static Path csv(String name, int rows, String line) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        HEADER
            + IntStream.range(0, rows)
                .mapToObj(row -> line.replace("#", Integer.toString(row)))
                .collect(Collectors.joining("\n")));
  }

  private static DriftRow row(DriftReport report, String name) {
    return report.row(name).orElseThrow();
  }

  @Test
  void constantMissingUniqueAndInfiniteColumnsAreRowsInWords() throws IOException {
    Path ordinary = csv("ordinary.csv", 800, "#.5,0.#1,0.5,-#,F,Core staff");
    Path strange = csv("strange.csv", 800, "7,,Infinity,365243,F,");
    DriftReport report = report(ordinary, strange);

    assertThat(report.rows()).hasSize(6);
    assertThat(row(report, "CODE_GENDER").severity()).isEqualTo(Severity.STABLE);
    for (String changed :
        new String[] {
          "AMT_CREDIT", "EXT_SOURCE_1", "EXT_SOURCE_3", "DAYS_EMPLOYED", "OCCUPATION_TYPE"
        }) {
      assertThat(row(report, changed).measured().status()).isEqualTo(RowStatus.COMPARED);
      assertThat(row(report, changed).severity()).as(changed).isEqualTo(Severity.STRONG);
    }
    assertThat(report(strange, strange).rows())
        .noneMatch(row -> row.severity().drifted())
        .anyMatch(row -> row.measured().status() == RowStatus.ALWAYS_MISSING);
  }

  @Test
  void aNameIsNoPattern() throws IOException {
    String line = "#.5,0.#1,0.5,-#,F,Core staff";
    csv("cur1.csv", 7, line);
    Path current = csv("cur[12].csv", 11, line);
    Files.createDirectory(folder.resolve("re{f,x} *"));
    csv("re{f,x} */a[1].csv", 5, line);
    Path reference = csv("re{f,x} */b?.csv", 4, line).getParent();
    DriftReport report = report(reference, current);
    assertThat(report.referenceRows()).isEqualTo(9);
    assertThat(report.currentRows()).isEqualTo(11);
  }

  @Test
  void rowsThatIngestWouldQuarantineAreCountedInItsWords() throws IOException {
    Path ordinary = csv("accepted.csv", 760, "#.5,0.#1,0.5,-#,F,Core staff");
    Path some = csv("some.csv", 760, "#.5,0.#1,0.5,-#,F,Core staff");
    Files.writeString(some, "\n" + "-7,0.5,0.5,-3,F,Core staff\n".repeat(40), APPEND);
    DriftReport report = report(ordinary, some);

    DataQuality quality = report.quality().orElseThrow();
    assertThat(quality.tables()).containsExactly(new TableQuality("some.csv", 760, 760, 40, 0, 40));
    assertThat(quality.issues())
        .containsExactly(
            new QualityIssue("some.csv", "AMT_CREDIT", IssueKind.OUT_OF_RANGE, 40, 800));
    assertThat(report.currentRows()).isEqualTo(800);
    assertThat(report.verdict().reasons())
        .extracting(AlarmReason::cause)
        .contains(Cause.REFUSED_ROWS);
    assertThat(report.verdict().action()).isEqualTo(Action.CORRECT_SOURCE);
  }

  @Test
  void oneRowConcludesNothingAndNoRowIsRefused() throws IOException {
    Path all = workspace.workspace().raw(Table.APPLICATION);
    Path one = csv("one.csv", 1, "7,0.5,0.5,-3,F,Core staff");
    DriftReport report = report(all, one);
    assertThat(report.currentRows()).isEqualTo(1);
    assertThat(row(report, "AMT_CREDIT").severity()).isEqualTo(Severity.INCONCLUSIVE);
    assertThat(row(report, "AMT_ANNUITY").measured().status()).isEqualTo(RowStatus.ABSENT);
    assertThat(report(one, all).row("AMT_CREDIT").orElseThrow().severity())
        .isEqualTo(Severity.INCONCLUSIVE);
    assertThat(report(one, one).verdict().severity()).isEqualTo(Severity.INCONCLUSIVE);

    refused(one, csv("none.csv", 0, ""), "has no rows");
    refused(csv("no-reference.csv", 0, ""), one, "has no rows");
  }

  @Test
  void aReferenceOfAnotherCatalogueIsRefusedAndOneOfFewerFeaturesIsCompared() throws IOException {
    Path features = workspace.workspace().features();
    Path older = folder.resolve("older");
    session()
        .read()
        .format("delta")
        .load(features.toString())
        .drop("EXT_SOURCE_3")
        .write()
        .format("delta")
        .save(older.toString());
    DriftReport report = report(older, features);
    assertThat(row(report, "EXT_SOURCE_3").measured().status()).isEqualTo(RowStatus.ADDED);
    assertThat(row(report(features, older), "EXT_SOURCE_3").action().name())
        .isEqualTo("CORRECT_SOURCE");

    Path foreign = folder.resolve("foreign");
    session()
        .read()
        .format("delta")
        .load(features.toString())
        .withColumnRenamed("EXT_SOURCE_3", "EXT_SOURCE_3_SQUARED")
        .write()
        .format("delta")
        .save(foreign.toString());
    refused(foreign, features, "[EXT_SOURCE_3_SQUARED]");
  }

  @Test
  void refusesWhatIsMissingOrOfAnotherSchemaAndWritesNothing() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Job empty =
        new Job(
            session(),
            new Workspace(elsewhere),
            workspace.job().conf(),
            "x",
            workspace.job().progress());
    refused(empty, DriftWorkspace.standard(null), "does not exist");
    Path bureau = folder.resolve("bureau.csv");
    Files.writeString(bureau, "SK_ID_CURR,SK_ID_BUREAU,AMT_CREDIT_SUM\n1,2,3\n");
    Job job = workspace.job();
    refused(job, DriftWorkspace.request(null, null, bureau, null, DriftWorkspace.DATE), "[bureau]");
    assertThat(elsewhere.resolve("reports")).doesNotExist();
  }

  private static void refused(Path reference, Path current, String message) {
    refused(
        workspace.job(),
        DriftWorkspace.request(null, reference, current, null, DriftWorkspace.DATE),
        message);
  }

  private static void refused(Job job, DriftRequest request, String message) {
    assertThatThrownBy(() -> DriftStep.run(job, request))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .hasMessageContaining("Remedy")
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.DATA);
  }
}
