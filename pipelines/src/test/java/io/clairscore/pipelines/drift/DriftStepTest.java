package io.clairscore.pipelines.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.meaning.PerformanceEstimate;
import io.clairscore.drift.meaning.SegmentShift;
import io.clairscore.drift.meaning.SegmentTerm;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ModelVerdict;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.Term;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.drift.meaning.ScoreShift;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.features.Vectors;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.pipelines.scoring.ScoreRequest;
import io.clairscore.pipelines.scoring.ScoreStep;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainStep;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftStepTest extends SparkTest {
  private static final String ALL = "drift.explainedClients=100000";

  @TempDir static Path folder;
  private static DriftWorkspace calm;
  private static DriftWorkspace shifted;
  private static Path model;

  @BeforeEach
  void trainOnce() {
    if (model == null) {
      calm = DriftWorkspace.of(session(), folder.resolve("calm"), 0);
      shifted = DriftWorkspace.of(session(), folder.resolve("shifted"), 0.8);
      TrainStep.run(calm.job(), TrainOptions.DEFAULT);
      model = TrainStep.modelFolder(calm.job());
    }
  }

  private static DriftReport report(DriftWorkspace of, LocalDate date) throws IOException {
    return ReportJson.read(Files.readString(of.workspace().driftReports().resolve(date + ".json")));
  }

  private static JsonNode latest(DriftWorkspace of) throws IOException {
    return new ObjectMapper()
        .readTree(of.workspace().driftReports().resolve("latest.json").toFile());
  }

  @Test
  void findsAPlantedShiftAndWritesEverything() throws IOException {
    DriftSummary summary = DriftStep.run(shifted.job(ALL), DriftWorkspace.standard(model));
    DriftReport report = report(shifted, DriftWorkspace.DATE);
    assertThat(summary.alarm()).isTrue();
    assertThat(report.rows().stream().filter(row -> row.severity().drifted()).map(DriftRow::name))
        .containsExactly("EXT_SOURCE_1");
    assertThat(report.referenceRows()).isEqualTo(DriftWorkspace.LABELLED);
    assertThat(report.currentRows()).isEqualTo(DriftWorkspace.NEW);
    ModelVerdict verdict = report.model().orElseThrow();
    assertThat(verdict.terms().get(0).name()).isEqualTo("EXT_SOURCE_1");
    JsonNode latest = latest(shifted);
    assertThat(latest.at("/alarm").asBoolean()).isTrue();
    assertThat(latest.at("/verdict/drifted").asInt()).isEqualTo(1);
    assertThat(latest.at("/provenance/created").asText()).isEqualTo("2026-01-05T06:00:00Z");
    assertThat(latest.at("/model/scorePsi").asDouble())
        .isEqualTo(verdict.score().statistics().of(Statistic.PSI));
    assertThat(latest.has("rows")).isFalse();
    for (String page : List.of("2026-01-05.fr.html", "2026-01-05.en.html")) {
      assertThat(Files.readString(shifted.workspace().driftReports().resolve(page)))
          .contains("EXT_SOURCE_1")
          .endsWith("</html>\n");
    }
  }

  @Test
  void doesNotFlagAPopulationThatDidNotChange() {
    DriftSummary summary = DriftStep.run(calm.job(ALL), DriftWorkspace.standard(model));
    assertThat(summary.lines()).contains("drifted none", "decisions UNMOVED", "no alarm: NONE");
    assertThat(summary.alarm()).isFalse();
  }

  @Test
  void anAlarmOfTheRefusalRateCanBeSetAlone() throws IOException {
    DriftSummary summary =
        DriftStep.run(
            shifted.job(
                "drift.psi=[9,9]",
                "drift.wasserstein=[9,9]",
                "drift.jensenShannon=[9,9]",
                "drift.decisions.scorePsi=[9,9]",
                "drift.decisions.meanScore=99",
                "drift.decisions.costMargins=99",
                "drift.decisions.segmentRefusals=1"),
            DriftWorkspace.request(model, null, null, null, LocalDate.of(2026, 3, 1)));
    assertThat(summary.lines()).anyMatch(line -> line.startsWith("ALARM by refusals: "));
    assertThat(latest(shifted).at("/alerts/0").asText()).isEqualTo("refusals");
  }

  @Test
  void termsAddUpToTheShiftOfTheMeanAndAreThoseOfALoop() throws IOException {
    DriftStep.run(
        shifted.job(ALL),
        DriftWorkspace.request(model, null, null, null, LocalDate.of(2026, 1, 6)));
    ModelVerdict verdict = report(shifted, LocalDate.of(2026, 1, 6)).model().orElseThrow();
    Map<String, Double> terms =
        verdict.terms().stream().collect(Collectors.toMap(Term::name, Term::points));
    ScoringLoop before = loop("TARGET IS NOT NULL");
    ScoringLoop after = loop("TARGET IS NULL");
    assertThat(terms.values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(verdict.shift(), offset(1e-9));
    // Margins are floats: their mean is the exact one within their rounding.
    assertThat(verdict.referenceMean()).isCloseTo(before.meanPoints(), offset(1e-4));
    assertThat(verdict.shift()).isCloseTo(after.meanPoints() - before.meanPoints(), offset(1e-4));
    assertThat(verdict.currentRefusals()).isCloseTo(after.refused(), offset(1e-12));
    assertThat(terms).hasSize(3).doesNotContainKey("DAYS_BIRTH");
    DriftRow age = report(shifted, LocalDate.of(2026, 1, 6)).row("DAYS_BIRTH").orElseThrow();
    assertThat(age.rank()).as("it is compared, and decides nothing").isZero();
    assertThat(age.measured().status()).isEqualTo(RowStatus.COMPARED);
    for (int i = 0; i < before.features().size(); i++) {
      assertThat(terms.get(before.features().get(i)))
          .isCloseTo(after.points()[i] - before.points()[i], offset(1e-9));
    }
  }

  private FeatureTable features() {
    return FeatureTable.latest(session(), shifted.workspace().features());
  }

  private Bundle bundle() {
    return ModelFolder.proved(model, features()).load();
  }

  /** What the model reads: not all that the table has. */
  private Dataset<Row> vectors(Bundle bundle) {
    return features().only(bundle.manifest().features()).vectors();
  }

  private ScoringLoop loop(String which) {
    Bundle bundle = bundle();
    return ScoringLoop.over(vectors(bundle).filter(which).collectAsList(), bundle);
  }

  @Test
  void aSampleOfClientsLeavesARemainderThatIsSaid() throws IOException {
    LocalDate date = LocalDate.of(2026, 1, 7);
    DriftRequest request = DriftWorkspace.request(model, null, null, null, date);
    DriftStep.run(shifted.job("drift.explainedClients=300"), request);
    ModelVerdict verdict = report(shifted, date).model().orElseThrow();
    assertThat(verdict.terms().stream().mapToDouble(Term::points).sum())
        .isCloseTo(verdict.shift(), offset(1e-9));
    assertThat(verdict.terms().stream().map(Term::name)).contains(ScoreShift.REMAINDER);
    String once = Files.readString(shifted.workspace().driftReports().resolve(date + ".json"));
    DriftStep.run(shifted.job("drift.explainedClients=300"), request);
    assertThat(shifted.workspace().driftReports().resolve(date + ".json")).hasContent(once);
  }

  @Test
  void expectedOutcomesAndSegmentsAreThoseOfALoop() throws IOException {
    LocalDate date = LocalDate.of(2026, 1, 8);
    DriftStep.run(
        shifted.job(ALL, "drift.meaning.segments=[CODE_GENDER]"),
        DriftWorkspace.request(model, null, null, null, date));
    Meaning meaning = report(shifted, date).meaning();
    SegmentShift segments = meaning.segments().get(0);
    Map<Object, Row> applications =
        session()
            .read()
            .format("delta")
            .load(shifted.workspace().raw(Table.APPLICATION).toString())
            .select("SK_ID_CURR", "CODE_GENDER")
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row));
    Bundle bundle = bundle();
    Scorer scorer = Scorer.of(bundle);
    double defaults = 0;
    double cost = 0;
    double women = 0;
    int count = 0;
    for (Row row : vectors(bundle).filter("TARGET IS NULL").collectAsList()) {
      Score score = scorer.score(Vectors.floats(row.getList(2)));
      defaults += score.probability();
      cost +=
          score.decision() == Decision.REFUSED ? 1 - score.probability() : 10 * score.probability();
      if (applications.get(row.get(0)).getString(1).equals("F")) {
        women += bundle.manifest().points().exact(score.margin());
        count++;
      }
    }
    PerformanceEstimate performance = meaning.performance();
    assertThat(performance.figure(OutcomeFigure.DEFAULT_RATE).orElseThrow().estimated())
        .isCloseTo(defaults / DriftWorkspace.NEW, offset(1e-9));
    assertThat(performance.figure(OutcomeFigure.COST_PER_CLIENT).orElseThrow().estimated())
        .isCloseTo(cost / DriftWorkspace.NEW, offset(1e-9));
    assertThat(performance.measuredOn()).isPositive();
    assertThat(performance.figures())
        .allMatch(figure -> figure.realised().low() < figure.realised().high());
    SegmentTerm ofWomen =
        segments.terms().stream().filter(term -> term.value().equals("F")).findFirst().get();
    assertThat(ofWomen.current()).isEqualTo(count);
    assertThat(ofWomen.score().after()).isCloseTo(women / count, offset(1e-9));
    // The planted shift is the same in both segments: next to nothing of it is another mix.
    assertThat(Math.abs(segments.score().mix()))
        .isLessThan(0.1 * Math.abs(segments.score().within()));
  }

  @Test
  void comparesTheClientsOfAScoringDateAndSaysWhatChangedSince() throws IOException {
    Workspace workspace = calm.workspace();
    LocalDate monday = LocalDate.of(2026, 2, 2);
    ScoreStep.run(calm.job(), new ScoreRequest(model, monday));
    DriftStep.run(calm.job(ALL), DriftWorkspace.request(model, null, null, monday, monday));
    assertThat(report(calm, monday).currentRows()).isEqualTo(DriftWorkspace.NEW);
    Path shiftedRows = shifted.workspace().raw(Table.APPLICATION);
    DriftSummary later =
        DriftStep.run(
            calm.job(ALL),
            DriftWorkspace.request(model, null, shiftedRows, null, monday.plusDays(1)));
    assertThat(later.lines()).contains("new since the report before: EXT_SOURCE_1");
    assertThat(latest(calm).at("/changes/0/column").asText()).isEqualTo("EXT_SOURCE_1");
    assertThatThrownBy(
            () ->
                DriftStep.run(
                    calm.job(),
                    DriftWorkspace.request(model, null, null, monday.plusYears(1), monday)))
        .hasMessageContaining("no scores of 2027-02-02");
    assertThat(workspace.driftReports()).isDirectoryContaining("glob:**/2026-02-02.json");
  }

  @Test
  void comparesTheClientsOfTwoScoringDates() throws IOException {
    LocalDate april = LocalDate.of(2026, 4, 1);
    LocalDate may = LocalDate.of(2026, 5, 1);
    ScoreStep.run(calm.job(), new ScoreRequest(model, april));
    ScoreStep.run(calm.job(), new ScoreRequest(model, may, true, Optional.empty()));
    DriftStep.run(calm.job(), DriftWorkspace.between(null, april, may, may));
    DriftReport report = report(calm, may);
    assertThat(report.referenceRows()).isEqualTo(DriftWorkspace.NEW);
    assertThat(report.currentRows()).isEqualTo(DriftWorkspace.LABELLED + DriftWorkspace.NEW);
    assertThat(report.provenance().reference().date()).isEqualTo("2026-04-01");
    assertThat(report.provenance().current().date()).isEqualTo("2026-05-01");
    refused(
        calm.job(),
        DriftWorkspace.between(model, april.plusDays(1), may, may),
        "no scores of 2026-04-02");
  }

  @Test
  void aModelOfAnotherCatalogueIsRefusedAndTheEarlierReportStays() throws IOException {
    LocalDate date = LocalDate.of(2026, 6, 1);
    Path folder = calm.workspace().raw(Table.APPLICATION);
    DriftRequest bare = DriftWorkspace.request(null, folder, folder, null, date);
    DriftStep.run(calm.job(), bare);
    String before = Files.readString(calm.workspace().driftReports().resolve("latest.json"));
    DriftRequest other = DriftWorkspace.request(model, folder, folder, null, date);
    assertThatThrownBy(() -> DriftStep.run(calm.job(), other))
        .isInstanceOf(Refusal.class)
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.MODEL);
    assertThat(calm.workspace().driftReports().resolve("latest.json")).hasContent(before);
  }

  private static void refused(Job job, DriftRequest request, String message) {
    assertThatThrownBy(() -> DriftStep.run(job, request))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.DATA);
  }
}
