package io.clairscore.pipelines.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.verdict.DataQuality;
import io.clairscore.drift.verdict.IssueKind;
import io.clairscore.drift.verdict.QualityIssue;
import io.clairscore.drift.verdict.TableQuality;
import io.clairscore.pipelines.CsvFolder;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import io.clairscore.pipelines.ingest.IngestRequest;
import io.clairscore.pipelines.ingest.IngestStep;
import io.clairscore.pipelines.run.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ingest really writes, as the drift page tells it. */
class LoadQualityTest extends SparkTest {
  @TempDir Path folder;

  private void load(String run, CsvFolder data) {
    data.write();
    IngestStep.run(
        TestJobs.job(session(), folder.resolve("work"), run), new IngestRequest(data.path()));
  }

  @Test
  void theNewestLoadIsToldFaultByFaultAgainstTheOneBefore() {
    CsvFolder first = new CsvFolder(folder.resolve("one"));
    for (int client = 1; client <= 4; client++) {
      first.row("application_train", "SK_ID_CURR", client, "TARGET", 0);
    }
    load("one", first);
    CsvFolder second = new CsvFolder(folder.resolve("two"));
    second.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    second.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    second.row("application_train", "SK_ID_CURR", 1, "TARGET", 1);
    second.row("application_train", "SK_ID_CURR", 2, "TARGET", 2);
    second.row("application_train", "SK_ID_CURR", 3, "TARGET", "");
    second.row("application_train", "SK_ID_CURR", 4, "TARGET", 1, "AMT_CREDIT", "much");
    second.row("application_train", "SK_ID_CURR", 5, "TARGET", 1, "NAME_INCOME_TYPE", "Juggler");
    second.line("application_train", "1,15");
    second.row("bureau", "SK_ID_CURR", 99, "SK_ID_BUREAU", 11);
    second.header("credit_card_balance");
    load("two", second);

    DataQuality quality = LoadQuality.of(new Workspace(folder.resolve("work"))).orElseThrow();

    TableQuality applications = quality.tables().get(0);
    assertThat(applications).isEqualTo(new TableQuality("application_train", 4, 2, 6, 2, 3));
    assertThat(applications.volumeChange()).isEqualTo(-0.5);
    assertThat(applications.quarantinedShare()).isEqualTo(0.75);
    String file = "application_train";
    assertThat(quality.issues())
        .contains(
            new QualityIssue(file, "SK_ID_CURR", IssueKind.DUPLICATE, 1, 8),
            new QualityIssue(file, "SK_ID_CURR", IssueKind.CONFLICTING_DUPLICATE, 1, 8),
            new QualityIssue(file, "TARGET", IssueKind.OUT_OF_RANGE, 1, 8),
            new QualityIssue(file, "TARGET", IssueKind.REQUIRED_MISSING, 1, 8),
            new QualityIssue(file, "AMT_CREDIT", IssueKind.NOT_A_NUMBER, 1, 8),
            new QualityIssue(file, "NAME_INCOME_TYPE", IssueKind.UNSEEN_CATEGORY, 1, 8),
            new QualityIssue(file, "", IssueKind.MALFORMED_ROW, 1, 8),
            new QualityIssue("bureau", "SK_ID_CURR", IssueKind.ORPHAN, 1, 1),
            new QualityIssue("credit_card_balance", "", IssueKind.NO_ROWS, 0, 0),
            new QualityIssue("previous_application", "", IssueKind.NO_FILE, 0, 0));
    assertThat(quality.issues()).noneMatch(issue -> issue.kind() == IssueKind.OTHER_RULE);
    assertThat(quality.issues())
        .extracting(QualityIssue::rows)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }
}
