package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.ComparedThreshold;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.grid.Grid.Column;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.training.TrainReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The models beside each other: those of a study, or else what the training itself compared, and
 * the served one last.
 */
record ComparedModels(Account account, Optional<FoundStudy> study, DocumentTexts texts) {
  /** More would not fit the page; the study's own tables have all. */
  private static final int MOST = 14;

  private static final double CHANCE = 0.5;

  /** A row; a figure that was not measured is no number. */
  private record Row(
      String name,
      double costTraining,
      double costHoldOut,
      double aucTraining,
      double aucHoldOut,
      double recall,
      double refused) {}

  Grid grid() {
    List<Row> rows = new ArrayList<>();
    if (study.isPresent()) {
      study.get().results().models().candidates().stream()
          .limit(MOST)
          .map(this::candidate)
          .forEach(rows::add);
    } else {
      rows.add(rule(ComparedThreshold.ACCEPT_ALL));
      rows.add(rule(ComparedThreshold.REFUSE_ALL));
      if (report().choice().candidates().size() > 1) {
        report().choice().candidates().stream().limit(MOST).map(this::point).forEach(rows::add);
      }
    }
    rows.add(served());
    return Grid.of(
        texts.say("table.models"),
        rows,
        List.of(
            column("model", Row::name),
            column("costTraining", row -> texts.rate(row.costTraining())),
            column("costHoldOut", row -> texts.rate(row.costHoldOut())),
            column("aucTraining", row -> texts.rate(row.aucTraining())),
            column("aucHoldOut", row -> texts.rate(row.aucHoldOut())),
            column("recallHoldOut", row -> texts.percent(row.recall())),
            column("refusedHoldOut", row -> texts.percent(row.refused()))));
  }

  private Column<Row> column(String name, Function<Row, String> cell) {
    return new Column<>(texts.say("column." + name), cell);
  }

  private Row candidate(CandidateResult of) {
    return new Row(
        texts.ofStudy().word(of.candidate()),
        of.outOfFold().metrics().get(Metric.COST_PER_CLIENT),
        of.holdOut().metrics().get(Metric.COST_PER_CLIENT),
        of.outOfFold().metrics().get(Metric.AUC),
        of.holdOut().metrics().get(Metric.AUC),
        of.holdOut().metrics().get(Metric.RECALL),
        of.holdOut().metrics().get(Metric.REFUSAL_RATE));
  }

  private Row rule(ComparedThreshold rule) {
    Place place = account.place(rule);
    Confusion apart = place.holdOut();
    return new Row(
        texts.say("rule." + rule),
        place.training().cost(account.costs()),
        apart.cost(account.costs()),
        CHANCE,
        CHANCE,
        apart.recall(),
        apart.refusalRate());
  }

  private Row point(TrainReport.Candidate candidate) {
    String name =
        texts.say(
            "model.point",
            "depth",
            texts.setting(candidate.point().maxDepth()),
            "colsample",
            texts.setting(candidate.point().colsampleBytree()),
            "lambda",
            texts.setting(candidate.point().lambda()));
    double none = Double.NaN;
    return new Row(name, candidate.cost(), none, none, none, none, none);
  }

  private Row served() {
    return new Row(
        texts.say("page.servedModel", "run", account.run().manifest().training().runId()),
        report().crossFitted().outOfFold().get(Metric.COST_PER_CLIENT),
        report().holdOut().get(Metric.COST_PER_CLIENT).value(),
        report().crossFitted().outOfFold().get(Metric.AUC),
        report().holdOut().get(Metric.AUC).value(),
        report().holdOut().get(Metric.RECALL).value(),
        report().holdOut().get(Metric.REFUSAL_RATE).value());
  }

  private TrainReport report() {
    return account.run().report();
  }
}
