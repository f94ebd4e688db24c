package io.clairscore.pipelines.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.clients.ClientList;
import io.clairscore.pipelines.clients.ClientList.Client;
import io.clairscore.pipelines.clients.ClientsRequest;
import io.clairscore.pipelines.clients.ClientsStep;
import io.clairscore.pipelines.clients.Proposed;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainStep;
import io.clairscore.scorer.Points;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreStepTest extends SparkTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final LocalDate APART = LocalDate.of(2026, 3, 2);
  private static final int NEW_CLIENTS = 30;

  @TempDir static Path folder;
  private static Path model;

  private static Workspace workspace() {
    return new Workspace(folder);
  }

  private Job job(String runId) {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return new Job(session(), workspace(), SyntheticClients.configuration(), runId, silent);
  }

  @BeforeEach
  void trainOnce() {
    if (model == null) {
      SyntheticClients.save(
          SyntheticClients.named(SyntheticClients.table(session(), 600, NEW_CLIENTS, 4, 1)),
          workspace().features());
      TrainStep.run(job("trained"), TrainOptions.DEFAULT);
      model = TrainStep.modelFolder(job("trained"));
    }
  }

  private List<Row> scores() {
    return session()
        .read()
        .format("delta")
        .load(workspace().scores().toString())
        .where("scoring_date BETWEEN '2026-01-01' AND '2026-02-01'")
        .orderBy("SK_ID_CURR", "scoring_date")
        .collectAsList();
  }

  private ScoreReport score(String runId, LocalDate date, boolean all, Path submission) {
    return ScoreStep.run(
        job(runId), new ScoreRequest(model, date, all, Optional.ofNullable(submission)));
  }

  @Test
  void scoresNewClientsOncePerDateHoweverOftenItRuns() throws IOException {
    Path submission = folder.resolve("submission.csv");
    ScoreReport report = score("first", MONDAY, false, submission);
    List<Row> once = scores();
    assertThat(report.clients()).isEqualTo(NEW_CLIENTS);
    assertThat(once).hasSize(NEW_CLIENTS);
    assertThat(report.refused())
        .isEqualTo(once.stream().filter(row -> row.getAs("decision").equals("REFUSED")).count());
    assertThat(once)
        .allSatisfy(
            row -> {
              assertThat(row.<Double>getAs("probability")).isBetween(0.0, 1.0);
              assertThat(row.<String>getAs("bundle")).isEqualTo("trained");
              assertThat(row.getList(row.fieldIndex("reasons"))).hasSizeBetween(1, 8);
            });

    score("first", MONDAY, false, submission);
    score("again", MONDAY, false, null);
    assertThat(scores()).isEqualTo(once);
    score("tuesday", MONDAY.plusDays(1), false, null);
    assertThat(scores()).hasSize(2 * NEW_CLIENTS).containsAll(once);

    List<String> lines = Files.readAllLines(submission);
    assertThat(lines).hasSize(NEW_CLIENTS + 1).startsWith("SK_ID_CURR,TARGET");
    assertThat(lines.get(1)).matches("601,0\\.\\d+(E-\\d+)?");
    assertThat(workspace().runs().resolve("first/scores.staging")).doesNotExist();
  }

  @Test
  void everyScoredClientIsListedUnderOneProposalNearestTheThresholdFirst() {
    score("listed", APART, false, null);
    ClientList all =
        ClientsStep.run(
            job("clients"), new ClientsRequest(List.of(Proposed.values()), APART, NEW_CLIENTS));
    List<Integer> numbers =
        all.groups().stream().flatMap(of -> of.clients().stream()).map(Client::number).toList();
    assertThat(numbers).hasSize(NEW_CLIENTS).doesNotHaveDuplicates();
    assertThat(all.groups().get(0).clients())
        .as("refused")
        .isSortedAccordingTo(Comparator.comparing(Client::probability));
    assertThat(all.groups().get(2).clients())
        .as("accepted")
        .isSortedAccordingTo(Comparator.comparing(Client::probability).reversed());
    assertThat(all.lines())
        .anyMatch(line -> line.matches("== accepted: \\d+ of the clients scored for 2026-03-02.*"))
        .anyMatch(line -> line.matches(" +6\\d\\d +\\d+  [a-z ]+ \\d+\\.\\d %  trained"));
    LocalDate never = LocalDate.of(2020, 1, 1);
    assertThatThrownBy(
            () ->
                ClientsStep.run(
                    job("clients"), new ClientsRequest(List.of(Proposed.REFUSED), never, 1)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Nobody was scored for 2020-01-01")
        .hasMessageContaining("The newest scores are of ");
  }

  @Test
  void keepsReasonsInPointsAndNoneThatIsProtected() {
    score("reasons", MONDAY, false, null);
    assertThat(scores())
        .allSatisfy(
            row -> {
              List<Row> reasons = row.getList(row.fieldIndex("reasons"));
              assertThat(reasons)
                  .allSatisfy(
                      reason -> {
                        assertThat(reason.<String>getAs("feature")).isNotEqualTo("DAYS_BIRTH");
                        assertThat(reason.<String>getAs("group"))
                            .isIn("EXTERNAL_SCORES", "CREDITS_ELSEWHERE");
                        double exact =
                            -Points.DEFAULT.factor() * reason.<Double>getAs("contribution");
                        assertThat((double) reason.<Integer>getAs("points"))
                            .isCloseTo(exact, offset(1.0));
                      });
            });
  }

  @Test
  void addsToATableOfAnEarlierVersionAndKeepsItsScores() {
    Workspace earlier = new Workspace(folder.resolve("earlier"));
    session()
        .sql(
            "SELECT 601 AS SK_ID_CURR, DATE'2025-01-06' AS scoring_date, 0.1D AS probability,"
                + " -2.0F AS margin, 560 AS points, 'MEDIUM_RISK' AS level,"
                + " 'ACCEPTED' AS decision, false AS to_review,"
                + " array(named_struct('feature', 'F0', 'contribution', 0.5D)) AS reasons,"
                + " 'old' AS bundle, 1L AS features_version")
        .write()
        .format("delta")
        .save(earlier.scores().toString());
    session()
        .read()
        .format("delta")
        .load(workspace().features().toString())
        .write()
        .format("delta")
        .save(earlier.features().toString());
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    Job job = new Job(session(), earlier, SyntheticClients.configuration(), "later", silent);

    ScoreStep.run(job, new ScoreRequest(model, MONDAY));

    List<Row> rows =
        session()
            .read()
            .format("delta")
            .load(earlier.scores().toString())
            .orderBy("scoring_date", "SK_ID_CURR")
            .collectAsList();
    assertThat(rows).hasSize(1 + NEW_CLIENTS);
    Row old = rows.get(0).<Row>getList(rows.get(0).fieldIndex("reasons")).get(0);
    assertThat(old.<String>getAs("feature")).isEqualTo("F0");
    assertThat(old.<Integer>getAs("points")).isNull();
    Row fresh = rows.get(1).<Row>getList(rows.get(1).fieldIndex("reasons")).get(0);
    assertThat(fresh.<Integer>getAs("points")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Apia, 2011-12-30, skipped when the date line moved",
    "America/Sao_Paulo, 2018-11-04, began at one o'clock",
    "Asia/Kolkata, 1900-01-01, when clocks showed the time of the place",
    "UTC, 9999-12-31, the last there may be"
  })
  void theScoringDateIsTheDayThatWasNamedInEveryTimeZone(String zone, LocalDate date, String why) {
    TimeZone standard = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      score("zone-" + date, date, false, null);
    } finally {
      TimeZone.setDefault(standard);
    }
    assertThat(
            DeltaFolders.read(session(), workspace().scores())
                .selectExpr("CAST(scoring_date AS STRING)")
                .where("scoring_date = '" + date + "'")
                .count())
        .as(why)
        .isEqualTo(NEW_CLIENTS);
  }

  @Test
  void scoresLabelledClientsOnRequest() {
    assertThat(score("all", MONDAY.plusYears(1), true, null).clients())
        .isEqualTo(600 + NEW_CLIENTS);
  }

  @Test
  void refusesAModelThatIsMissingOrTamperedWith() throws IOException {
    assertRefused(folder.resolve("models/none"), "There is no model");
    Path copy = Files.createDirectories(folder.resolve("models/tampered"));
    try (var files = Files.list(model)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Path document = copy.resolve("bundle.json");
    Files.writeString(
        document, Files.readString(document).replace("\"trained\"", "\"somebody else\""));
    assertRefused(copy, "bundle.json");
  }

  private void assertRefused(Path folder, String message) {
    assertThatThrownBy(() -> ScoreStep.run(job("no"), new ScoreRequest(folder, MONDAY)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.MODEL);
  }
}
