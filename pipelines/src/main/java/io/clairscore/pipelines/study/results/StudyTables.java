package io.clairscore.pipelines.study.results;

import io.clairscore.pipelines.evaluation.CostCurve;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.grid.Grid.Column;
import io.clairscore.pipelines.study.learner.CoefficientPath;
import io.clairscore.pipelines.study.results.CandidateResult.Quality;
import io.clairscore.pipelines.study.results.ChosenModel.Finding;
import io.clairscore.pipelines.study.results.ChosenModel.GroupResult;
import io.clairscore.pipelines.study.results.ChosenModel.Look;
import io.clairscore.pipelines.study.results.ChosenModel.ThresholdResult;
import io.clairscore.pipelines.study.results.SearchResult.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Every table of a study, as its results have come so far. */
public final class StudyTables {
  private static final Map<String, Metric> MEASURES = measures();

  private final StudyResults results;
  private final Wording wording;
  private final Map<String, Grid> tables = new LinkedHashMap<>();

  private record FoldRow(String candidate, CandidateResult.Fold fold) {}

  private StudyTables(StudyResults results, Wording wording) {
    this.results = results;
    this.wording = wording;
  }

  /** The tables by name, in the order in which they are read. */
  public static Map<String, Grid> of(StudyResults results, Wording wording) {
    StudyTables tables = new StudyTables(results, wording);
    tables.contests();
    if (results.coefficients() != null) {
      tables.coefficients(results.coefficients());
    }
    if (results.search() != null) {
      tables.search(results.search());
    }
    if (results.chosen() != null) {
      tables.thresholds(results.chosen());
      tables.curve(results.chosen());
      tables.leakage(results.chosen());
      tables.fairness(results.chosen());
      ExplanationTables explanation =
          new ExplanationTables(results.chosen().explanation(), wording);
      tables.tables.putAll(explanation.all());
    }
    return tables.tables;
  }

  private static Map<String, Metric> measures() {
    Map<String, Metric> measures = new LinkedHashMap<>();
    measures.put("cost", Metric.COST_PER_CLIENT);
    measures.put("AUC", Metric.AUC);
    measures.put("KS", Metric.KS);
    measures.put("Gini", Metric.GINI);
    measures.put("Brier", Metric.BRIER);
    measures.put("accuracy", Metric.ACCURACY);
    measures.put("recall", Metric.RECALL);
    measures.put("refused", Metric.REFUSAL_RATE);
    return measures;
  }

  private <R> void table(String name, String title, List<R> rows, List<Column<R>> columns) {
    tables.put(name, Grid.of(wording.title(name, title), rows, columns));
  }

  private <R> Column<R> text(String heading, Function<R, String> cell) {
    return new Column<>(wording.word(heading), cell);
  }

  private <R> Column<R> word(String heading, Function<R, String> word) {
    return text(heading, word.andThen(wording::word));
  }

  private <R> Column<R> figure(String heading, Function<R, Double> figure) {
    return text(heading, figure.andThen(wording::figure));
  }

  private <R> Column<R> metric(
      String heading, Metric metric, Function<R, Map<Metric, Double>> metrics) {
    return figure(heading, row -> metrics.apply(row).get(metric));
  }

  private void contests() {
    List<CandidateResult> models = results.models().candidates();
    table("ladder", "Models, out of fold", models, outOfFold());
    table("ladder-hold-out", "Models, hold-out", models, measured(CandidateResult::holdOut));
    comparisons("comparisons", "Models", results.models().comparisons());
    table(
        "imbalance",
        "Rarity of defaults, out of fold",
        results.treatments().candidates(),
        outOfFold());
    comparisons("imbalance-comparisons", "Rarity of defaults", results.treatments().comparisons());
    List<FoldRow> folds =
        models.stream()
            .flatMap(of -> of.folds().stream().map(fold -> new FoldRow(of.candidate(), fold)))
            .toList();
    table(
        "folds",
        "Folds",
        folds,
        List.of(
            word("candidate", FoldRow::candidate),
            text("fold", row -> String.valueOf(row.fold().fold())),
            metric("cost", Metric.COST_PER_CLIENT, row -> row.fold().metrics()),
            metric("AUC", Metric.AUC, row -> row.fold().metrics()),
            text("fit s", row -> wording.seconds(row.fold().fitSeconds())),
            text("fit", row -> Wording.facts(row.fold().facts()))));
  }

  private List<Column<CandidateResult>> measured(Function<CandidateResult, Quality> of) {
    List<Column<CandidateResult>> columns = new ArrayList<>();
    columns.add(word("candidate", CandidateResult::candidate));
    MEASURES.forEach(
        (heading, metric) -> columns.add(metric(heading, metric, of.andThen(Quality::metrics))));
    columns.add(figure("ECE", of.andThen(Quality::calibrationError)));
    return columns;
  }

  private List<Column<CandidateResult>> outOfFold() {
    List<Column<CandidateResult>> columns = measured(CandidateResult::outOfFold);
    columns.addAll(
        List.of(
            figure("threshold", CandidateResult::threshold),
            figure("AUC seen", CandidateResult::seenAuc),
            figure("gap", CandidateResult::gap),
            text("fit s", row -> wording.seconds(row.fitSeconds())),
            text("predict s", row -> wording.seconds(row.predictSeconds()))));
    return columns;
  }

  private void comparisons(String name, String title, List<Comparison> comparisons) {
    table(
        name,
        title + ": cost per client, and AUC, less that of the other; paired 95 % intervals",
        comparisons,
        List.of(
            word("candidate", Comparison::candidate),
            word("against", Comparison::against),
            text("out of fold", row -> wording.difference(row.outOfFold())),
            text("hold-out", row -> wording.difference(row.holdOut())),
            text("AUC out of fold", row -> wording.difference(row.aucOutOfFold()))));
  }

  private void coefficients(CoefficientPath path) {
    List<Column<CoefficientPath.Coefficients>> columns = new ArrayList<>();
    columns.add(text("input", line -> line.feature() + (line.missing() ? " missing" : "")));
    IntStream.range(0, path.penalties().size())
        .forEach(
            i ->
                columns.add(
                    figure("penalty " + path.penalties().get(i), of -> of.values().get(i))));
    table(
        "coefficient-path",
        "Logistic regression: log-odds per standard deviation against the penalty",
        path.coefficients(),
        columns);
  }

  private void search(SearchResult search) {
    table(
        "search",
        "Search: the cheapest point of each part, and its cost less that of the random search's",
        search.best(),
        List.of(
            word("part", SearchResult.Best::part),
            text("point", row -> row.point().name()),
            figure("cost", row -> row.point().cost()),
            text("against random", row -> wording.difference(row.againstRandom())),
            text("settings", row -> Wording.settings(row.point().settings()))));
    table(
        "search-points",
        "Search, every point",
        search.points(),
        List.of(
            text("point", Point::name),
            figure("cost", Point::cost),
            figure("AUC", Point::auc),
            text("fit s", row -> wording.seconds(row.fitSeconds())),
            text("settings", row -> Wording.settings(row.settings()))));
  }

  private void thresholds(ChosenModel chosen) {
    table(
        "thresholds",
        "Thresholds of "
            + chosen.candidate()
            + "; differences of cost per client to the cheapest threshold, paired 95 % intervals",
        chosen.thresholds(),
        List.of(
            word("rule", ThresholdResult::rule),
            text(
                "refused from",
                row -> wording.say(row.scale().words(), "value", wording.figure(row.from()))),
            figure("cost", row -> row.outOfFold().cost(chosen.costs())),
            figure("accuracy", row -> row.outOfFold().accuracy()),
            figure("F1", row -> row.outOfFold().f1()),
            figure("recall", row -> row.outOfFold().recall()),
            figure("refused", row -> row.outOfFold().refusalRate()),
            text("difference", row -> wording.difference(row.difference())),
            figure("hold-out cost", ThresholdResult::holdOutCost),
            text("hold-out difference", row -> wording.difference(row.holdOutDifference()))));
  }

  private void curve(ChosenModel chosen) {
    table(
        "cost-curve",
        "Cost curve, out of fold",
        chosen.curve(),
        List.of(
            figure("refused", row -> row.decided().refusalRate()),
            figure("threshold", CostCurve.Point::threshold),
            figure("probability", CostCurve.Point::probability),
            figure("cost", row -> row.decided().cost(chosen.costs())),
            figure("F1", row -> row.decided().f1()),
            figure("accuracy", row -> row.decided().accuracy()),
            figure("recall", row -> row.decided().recall())));
  }

  private void leakage(ChosenModel chosen) {
    table(
        "leakage",
        "Leakage and overfitting",
        chosen.looks(),
        List.of(
            text(
                "look",
                row -> wording.say(row.finding().words(), "subject", wording.word(row.subject()))),
            text(
                "found",
                row ->
                    row.finding().counts()
                        ? wording.count(row.found())
                        : wording.figure(row.found())),
            text("allowed", this::allowed),
            word("passed", row -> row.passed() == null ? "" : row.passed() ? "yes" : "NO")));
  }

  private String allowed(Look look) {
    if (look.limit() == null) {
      return "";
    }
    return look.finding() == Finding.SHUFFLED
        ? wording.say("0.5 within {limit}", "limit", wording.figure(look.limit()))
        : wording.say("at most {limit}", "limit", wording.setting(look.limit()));
  }

  private void fairness(ChosenModel chosen) {
    table(
        "fairness",
        "Fairness, out of fold",
        chosen.groups(),
        List.of(
            word("candidate", GroupResult::candidate),
            word("group", GroupResult::group),
            text("clients", row -> wording.count(row.clients())),
            text("approved", row -> wording.share(row.approved())),
            text("recall", row -> wording.share(row.recall())),
            text("good refused", row -> wording.share(row.goodRefused())),
            figure("predicted", GroupResult::predicted),
            figure("defaulted", GroupResult::defaulted),
            figure("cost", GroupResult::cost)));
  }
}
