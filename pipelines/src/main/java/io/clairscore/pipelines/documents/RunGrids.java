package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.training.FoldReport;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.LevelOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tables of a run in one language. */
record RunGrids(Account account, DocumentTexts texts, Numbers numbers) {
  private static final int FEATURES = 20;
  private static final int STRONGEST = 10;

  /** Steps of refusals that are shown beside the rules: every tenth of the clients. */
  private static final int TENTH = ThresholdCurve.STEPS / 10;

  Grid candidates() {
    return grid(
        "candidates",
        List.of("depth", "colsample", "lambda", "cost"),
        report().choice().candidates().stream()
            .map(
                candidate ->
                    List.of(
                        numbers.setting(candidate.point().maxDepth()),
                        numbers.setting(candidate.point().colsampleBytree()),
                        numbers.setting(candidate.point().lambda()),
                        numbers.rate(candidate.cost())))
            .toList());
  }

  Grid folds() {
    return grid(
        "folds",
        List.of("fold", "clients", "defaults", "trees", "auc", "cost"),
        report().crossFitted().folds().stream().map(this::fold).toList());
  }

  private List<String> fold(FoldReport fold) {
    return List.of(
        numbers.count(fold.fold() + 1),
        numbers.count(fold.clients()),
        numbers.count(fold.defaults()),
        numbers.count(fold.rounds()),
        numbers.rate(fold.auc()),
        numbers.rate(fold.costPerClient()));
  }

  /** Every metric out of fold, and on the hold-out with its interval. */
  Grid metrics() {
    List<List<String>> rows = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Double inside = report().crossFitted().outOfFold().get(metric);
      Estimate apart = report().holdOut().get(metric);
      if (inside != null && apart != null) {
        rows.add(
            List.of(
                texts.say("metric." + metric),
                written(metric, inside),
                written(metric, apart.value()),
                written(metric, apart.low()) + " – " + written(metric, apart.high())));
      }
    }
    return grid("metrics", List.of("metric", "training", "holdOut", "interval"), rows);
  }

  private String written(Metric metric, double value) {
    return switch (metric.kind()) {
      case COUNT -> numbers.count(value);
      case SHARE -> numbers.percent(value);
      case RATE -> numbers.rate(value);
    };
  }

  /** The rules in short, for the note. */
  Grid rules() {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<ComparedThreshold, Place> entry : account.rules().entrySet()) {
      Place place = entry.getValue();
      rows.add(
          List.of(
              texts.say("rule." + entry.getKey()),
              probability(place),
              numbers.percent(place.training().refusalRate()),
              numbers.rate(place.training().cost(account.costs())),
              numbers.percent(place.holdOut().refusalRate()),
              numbers.percent(place.holdOut().recall()),
              numbers.rate(place.holdOut().cost(account.costs()))));
    }
    return grid(
        "rules",
        List.of(
            "rule",
            "probability",
            "refusedTraining",
            "costTraining",
            "refusedHoldOut",
            "recallHoldOut",
            "costHoldOut"),
        rows);
  }

  /** The rules and every tenth of refusals, with all four counts, on one part of the clients. */
  Grid places(Part part) {
    List<List<String>> rows = new ArrayList<>();
    account
        .rules()
        .forEach((rule, place) -> rows.add(place(texts.say("rule." + rule), place, part)));
    IntStream.rangeClosed(1, 9)
        .mapToObj(tenth -> account.curve().refusing(tenth * TENTH))
        .forEach(
            place ->
                rows.add(
                    place(
                        texts.say(
                            "rule.share", "share", numbers.percent(place.training().refusalRate())),
                        place,
                        part)));
    return grid(
        "places." + part.id(),
        List.of(
            "rule",
            "probability",
            "truePositives",
            "falseNegatives",
            "falsePositives",
            "trueNegatives",
            "refused",
            "recall",
            "accuracy",
            "cost"),
        rows);
  }

  private List<String> place(String name, Place place, Part part) {
    Confusion confusion = part.of(place);
    return List.of(
        name,
        probability(place),
        numbers.count(confusion.truePositives()),
        numbers.count(confusion.falseNegatives()),
        numbers.count(confusion.falsePositives()),
        numbers.count(confusion.trueNegatives()),
        numbers.percent(confusion.refusalRate()),
        numbers.percent(confusion.recall()),
        numbers.percent(confusion.accuracy()),
        numbers.rate(confusion.cost(account.costs())));
  }

  private String probability(Place place) {
    return numbers.rate(place.probability());
  }

  Grid levels() {
    return grid(
        "levels",
        List.of("level", "clients", "defaults", "rate"),
        account.run().bundle().reference().levels().stream().map(this::level).toList());
  }

  private List<String> level(LevelOutcome outcome) {
    return List.of(
        outcome.level().word(texts.language()),
        numbers.count(outcome.clients()),
        numbers.count(outcome.defaults()),
        numbers.percent(outcome.rate()));
  }

  Grid groups() {
    List<List<String>> rows = new ArrayList<>();
    double total = account.importance().total();
    account
        .importance()
        .groups()
        .forEach(
            (group, points) ->
                rows.add(
                    List.of(
                        Importance.label(group, texts),
                        numbers.points(points),
                        numbers.percent(points / total))));
    return grid("groups", List.of("group", "points", "share"), rows);
  }

  Grid features() {
    return grid(
        "features",
        List.of("feature", "group", "protected", "points"),
        account.importance().features().stream().limit(FEATURES).map(this::feature).toList());
  }

  private List<String> feature(Importance.Weight weight) {
    return List.of(
        weight.label(texts.language()),
        Importance.label(weight.group(), texts),
        weight.readsProtected() ? texts.say("yes") : "",
        numbers.points(weight.points()));
  }

  Grid strongest() {
    return grid(
        "strongest",
        List.of("feature", "auc"),
        report().strongestFeatures().entrySet().stream()
            .limit(STRONGEST)
            .map(
                entry ->
                    List.of(
                        Importance.label(entry.getKey(), texts.language()),
                        numbers.rate(entry.getValue())))
            .toList());
  }

  private TrainReport report() {
    return account.run().report();
  }

  private Grid grid(String name, List<String> columns, List<List<String>> rows) {
    return new Grid(
        texts.say("table." + name),
        columns.stream().map(column -> texts.say("column." + column)).toList(),
        rows);
  }
}
