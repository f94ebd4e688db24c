package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.grid.Grid.Column;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.ChosenModel.GroupResult;
import io.clairscore.pipelines.study.results.Comparison;
import io.clairscore.pipelines.study.results.StudyResults;
import java.util.List;
import java.util.function.Function;

/** Tables of a study that fit a sheet of paper; {@code study.md} has every column. */
record StudyGrids(StudyResults results, DocumentTexts texts) {

  /** Treatments of the rarity of defaults. */
  Grid treatments() {
    return table(
        "treatments",
        results.treatments().candidates(),
        List.of(
            column("treatment", row -> word(row.candidate())),
            column("costTraining", row -> rate(row.outOfFold(), Metric.COST_PER_CLIENT)),
            column("costHoldOut", row -> rate(row.holdOut(), Metric.COST_PER_CLIENT)),
            column("aucTraining", row -> rate(row.outOfFold(), Metric.AUC)),
            column("recallTraining", row -> share(row.outOfFold(), Metric.RECALL)),
            column("refusedTraining", row -> share(row.outOfFold(), Metric.REFUSAL_RATE)),
            column("calibration", row -> texts.percent(row.outOfFold().calibrationError())),
            column("seconds", row -> texts.points(row.fitSeconds()))));
  }

  Grid treatmentDifferences() {
    return differences("treatmentDifferences", results.treatments().comparisons());
  }

  Grid modelDifferences() {
    return differences("modelDifferences", results.models().comparisons());
  }

  private Grid differences(String name, List<Comparison> comparisons) {
    return table(
        name,
        comparisons,
        List.of(
            column("model", row -> word(row.candidate())),
            column("against", row -> word(row.against())),
            column("costDifference", row -> texts.difference(row.outOfFold())),
            column("aucDifference", row -> texts.difference(row.aucOutOfFold()))));
  }

  /** Decisions about groups of clients; empty before the study has ended. */
  Grid groups() {
    List<GroupResult> groups = results.chosen() == null ? List.of() : results.chosen().groups();
    return table(
        "decisionsByGroup",
        groups,
        List.of(
            column("group", row -> word(row.group())),
            column("model", row -> word(row.candidate())),
            column("clients", row -> texts.count(row.clients())),
            column("accepted", row -> texts.share(row.approved())),
            column("goodRefused", row -> texts.share(row.goodRefused())),
            column("predicted", row -> texts.percent(row.predicted())),
            column("defaulted", row -> texts.percent(row.defaulted()))));
  }

  private String word(String name) {
    return texts.ofStudy().word(name);
  }

  private String rate(CandidateResult.Quality quality, Metric metric) {
    return texts.rate(quality.metrics().get(metric));
  }

  private String share(CandidateResult.Quality quality, Metric metric) {
    return texts.percent(quality.metrics().get(metric));
  }

  private <R> Column<R> column(String name, Function<? super R, String> cell) {
    return new Column<>(texts.say("column." + name), cell);
  }

  private <R> Grid table(String name, List<R> rows, List<Column<R>> columns) {
    return Grid.of(texts.say("table." + name), rows, columns);
  }
}
