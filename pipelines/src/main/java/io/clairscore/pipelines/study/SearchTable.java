package io.clairscore.pipelines.study;

import io.clairscore.pipelines.evaluation.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Every point of the search.
 *
 * @param judgements judged candidates
 */
record SearchTable(Judgements judgements) {

  /** One row per point, the cheapest first. */
  ResultTable points(List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    names.stream()
        .sorted(Comparator.comparingDouble(name -> judgements.of(name).cost()))
        .forEach(
            name -> {
              CandidateRecord record = judgements.record(name);
              var figures = judgements.of(name).outOfFold().measure(judgements.costs());
              rows.add(
                  List.of(
                      name,
                      Cells.figure(judgements.of(name).cost()),
                      Cells.figure(figures.get(Metric.AUC)),
                      Cells.seconds(record.fitSeconds()),
                      Cells.settings(record.parameters())));
            });
    return new ResultTable(
        "search-points",
        "Search, every point",
        List.of("point", "cost", "AUC", "fit s", "settings"),
        rows);
  }

  /** The best of each part, and TPE against its control. */
  ResultTable parts(List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    for (Search.Part part : Search.Part.values()) {
      String best = best(names, part);
      rows.add(
          List.of(
              part.name().toLowerCase(Locale.ROOT),
              best,
              Cells.figure(judgements.of(best).cost()),
              part == Search.Part.RANDOM
                  ? ""
                  : Cells.interval(judgements.outOfFold(best, best(names, Search.Part.RANDOM))),
              Cells.settings(judgements.record(best).parameters())));
    }
    return new ResultTable(
        "search",
        "Search: the cheapest point of each part, and its cost less that of the random search's",
        List.of("part", "point", "cost", "against random", "settings"),
        rows);
  }

  private String best(List<String> names, Search.Part part) {
    String prefix = part.name().toLowerCase(Locale.ROOT) + "-";
    return names.stream()
        .filter(name -> name.startsWith(prefix))
        .min(Comparator.comparingDouble(name -> judgements.of(name).cost()))
        .orElseThrow();
  }
}
