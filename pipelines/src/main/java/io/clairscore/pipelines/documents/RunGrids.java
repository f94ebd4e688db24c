package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.conf.XgboostConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.grid.Grid.Column;
import io.clairscore.pipelines.training.GridPoint;
import io.clairscore.pipelines.training.TrainReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The tables of a run in one language. */
record RunGrids(Account account, DocumentTexts texts) {
  private static final int CANDIDATES = 8;

  /** What is read first of the metrics. */
  private static final List<Metric> KEY =
      List.of(
          Metric.COST_PER_CLIENT,
          Metric.AUC,
          Metric.KS,
          Metric.BRIER,
          Metric.ACCURACY,
          Metric.RECALL,
          Metric.REFUSAL_RATE);

  /** Steps of refusals that are shown beside the rules: every tenth of the clients. */
  private static final int TENTH = ThresholdCurve.STEPS / 10;

  private record Named(String name, Place place) {}

  /** Every table by the name of its caption. */
  Map<String, Grid> all() {
    Map<String, Grid> all = new LinkedHashMap<>();
    all.put("folds", folds());
    all.put("settings", settings());
    all.put("inputs", Inputs.of(account.run().manifest()).counts(texts));
    all.put("uses", Inputs.uses(texts));
    all.put("metrics", metrics("metrics", List.of(Metric.values())));
    all.put("rules", rules());
    for (Part part : Part.values()) {
      all.put("places." + part.id(), places(part));
    }
    all.put("levels", levels());
    all.put("groups", groups());
    return all;
  }

  private <R> Column<R> column(String name, Function<? super R, String> cell) {
    return new Column<>(texts.say("column." + name), cell);
  }

  private <R> Grid table(String name, List<R> rows, List<Column<R>> columns) {
    return Grid.of(texts.say("table." + name), rows, columns);
  }

  /** The points of the grid that cost least. */
  Grid candidates() {
    return table(
        "candidates",
        report().choice().candidates().stream()
            .sorted(Comparator.comparingDouble(TrainReport.Candidate::cost))
            .limit(CANDIDATES)
            .toList(),
        List.of(
            column("depth", row -> texts.setting(row.point().maxDepth())),
            column("colsample", row -> texts.setting(row.point().colsampleBytree())),
            column("lambda", row -> texts.setting(row.point().lambda())),
            column("cost", row -> texts.rate(row.cost()))));
  }

  /** What each number of features is worth; no row where none was tried. */
  Grid compactSizes() {
    return table(
        "compact",
        report().compactSizes(),
        List.of(
            column("features", size -> texts.count(size.features())),
            column("costTraining", size -> texts.rate(size.costPerClient())),
            column("costDifference", size -> texts.difference(size.costDifference())),
            column("aucTraining", size -> texts.rate(size.auc())),
            column("aucDifference", size -> texts.difference(size.aucDifference())),
            column("served", size -> size.served() ? texts.say("yes") : "")));
  }

  private Grid settings() {
    XgboostConf tree = account.run().settings().xgboost();
    GridPoint chosen = report().choice().chosen();
    Map<String, Double> settings = new LinkedHashMap<>();
    settings.put("eta", tree.eta());
    settings.put("max_depth", (double) chosen.maxDepth());
    settings.put("min_child_weight", tree.minChildWeight());
    settings.put("subsample", tree.subsample());
    settings.put("colsample_bytree", chosen.colsampleBytree());
    settings.put("lambda", chosen.lambda());
    settings.put("alpha", tree.alpha());
    settings.put("max_bin", (double) tree.maxBin());
    return table(
        "settings",
        List.copyOf(settings.entrySet()),
        List.of(
            column("setting", row -> texts.say("setting." + row.getKey())),
            column("value", row -> texts.setting(row.getValue()))));
  }

  private Grid folds() {
    return table(
        "folds",
        report().crossFitted().folds(),
        List.of(
            column("fold", fold -> texts.count(fold.fold() + 1)),
            column("clients", fold -> texts.count(fold.clients())),
            column("defaults", fold -> texts.count(fold.defaults())),
            column("trees", fold -> texts.count(fold.rounds())),
            column("auc", fold -> texts.rate(fold.auc())),
            column("cost", fold -> texts.rate(fold.costPerClient()))));
  }

  /** Every metric out of fold, and on the hold-out with its interval. */
  private Grid metrics(String name, List<Metric> metrics) {
    var inside = report().crossFitted().outOfFold();
    var apart = report().holdOut();
    return table(
        name,
        metrics.stream()
            .filter(metric -> inside.get(metric) != null && apart.get(metric) != null)
            .toList(),
        List.of(
            column("metric", metric -> texts.say("metric." + metric)),
            column("training", metric -> written(metric, inside.get(metric))),
            column("holdOut", metric -> written(metric, apart.get(metric).value())),
            column(
                "interval",
                metric ->
                    written(metric, apart.get(metric).low())
                        + " – "
                        + written(metric, apart.get(metric).high()))));
  }

  /** The first of them on the hold-out. */
  Grid keyMetrics() {
    return metrics("keyMetrics", KEY);
  }

  private String written(Metric metric, double value) {
    return switch (metric.kind()) {
      case COUNT -> texts.count(value);
      case SHARE -> texts.percent(value);
      case RATE -> texts.rate(value);
    };
  }

  private List<Named> ofRules() {
    return account.rules().entrySet().stream()
        .map(entry -> new Named(texts.say("rule." + entry.getKey()), entry.getValue()))
        .toList();
  }

  /** The rules in short, for the note. */
  private Grid rules() {
    return table(
        "rules",
        ofRules(),
        List.of(
            column("rule", Named::name),
            column("probability", row -> texts.rate(row.place().probability())),
            column("refusedTraining", row -> texts.percent(row.place().training().refusalRate())),
            column("costTraining", row -> cost(row.place().training())),
            column("refusedHoldOut", row -> texts.percent(row.place().holdOut().refusalRate())),
            column("recallHoldOut", row -> texts.percent(row.place().holdOut().recall())),
            column("costHoldOut", row -> cost(row.place().holdOut()))));
  }

  /** The rules and every tenth of refusals, with all four counts, on one part of the clients. */
  private Grid places(Part part) {
    List<Named> rows = new ArrayList<>(ofRules());
    IntStream.rangeClosed(1, 9)
        .mapToObj(tenth -> account.curve().refusing(tenth * TENTH))
        .forEach(
            place -> {
              String share = texts.percent(place.training().refusalRate());
              rows.add(new Named(texts.say("rule.share", "share", share), place));
            });
    return table(
        "places." + part.id(),
        rows,
        List.of(
            column("rule", Named::name),
            column("probability", row -> texts.rate(row.place().probability())),
            column("truePositives", row -> texts.count(part.of(row.place()).truePositives())),
            column("falseNegatives", row -> texts.count(part.of(row.place()).falseNegatives())),
            column("falsePositives", row -> texts.count(part.of(row.place()).falsePositives())),
            column("trueNegatives", row -> texts.count(part.of(row.place()).trueNegatives())),
            column("refused", row -> texts.percent(part.of(row.place()).refusalRate())),
            column("recall", row -> texts.percent(part.of(row.place()).recall())),
            column("accuracy", row -> texts.percent(part.of(row.place()).accuracy())),
            column("cost", row -> cost(part.of(row.place())))));
  }

  private String cost(Confusion confusion) {
    return texts.rate(confusion.cost(account.costs()));
  }

  private Grid levels() {
    return table(
        "levels",
        account.run().bundle().reference().levels(),
        List.of(
            column("level", outcome -> outcome.level().word(texts.language())),
            column("clients", outcome -> texts.count(outcome.clients())),
            column("defaults", outcome -> texts.count(outcome.defaults())),
            column("rate", outcome -> texts.percent(outcome.rate()))));
  }

  private Grid groups() {
    double total = account.importance().total();
    return table(
        "groups",
        List.copyOf(account.importance().groups().entrySet()),
        List.of(
            column("group", group -> texts.group(group.getKey())),
            column("points", group -> texts.points(group.getValue())),
            column("share", group -> texts.percent(group.getValue() / total))));
  }

  private TrainReport report() {
    return account.run().report();
  }
}
