package io.clairscore.pipelines.study;

import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Reliability;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.Comparison;
import io.clairscore.pipelines.study.results.SearchResult;
import io.clairscore.pipelines.study.results.StudyResults.Contest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Figures of candidates side by side.
 *
 * @param judgements judged candidates by name
 */
record Contests(Judgements judgements) {

  /**
   * Some candidates.
   *
   * @param pairs candidates that are compared with another
   */
  Contest of(List<String> candidates, List<List<String>> pairs) {
    return new Contest(
        candidates.stream().map(this::candidate).toList(),
        pairs.stream().map(pair -> comparison(pair.get(0), pair.get(1))).toList());
  }

  private CandidateResult candidate(String name) {
    Judged judged = judgements.of(name);
    CandidateRecord record = judgements.record(name);
    List<Map<Metric, Double>> folds = judged.folds();
    return new CandidateResult(
        name,
        quality(judged.outOfFold()),
        quality(judged.holdOut()),
        judged.threshold(),
        record.trainingAuc(),
        record.fitSeconds(),
        record.predictSeconds(),
        record.folds().stream()
            .map(
                fit ->
                    new CandidateResult.Fold(
                        fit.fold(), folds.get(fit.fold()), fit.fitSeconds(), fit.facts()))
            .toList());
  }

  private CandidateResult.Quality quality(Decisions decisions) {
    return new CandidateResult.Quality(
        decisions.measure(judgements.costs()), Reliability.of(decisions.scores()).error());
  }

  private Comparison comparison(String candidate, String against) {
    return new Comparison(
        candidate,
        against,
        judgements.outOfFold(candidate, against),
        judgements.holdOut(candidate, against),
        judgements.aucOutOfFold(candidate, against));
  }

  /** The search, whose points are candidates of their own. */
  SearchResult search(List<String> names) {
    List<SearchResult.Point> points =
        names.stream()
            .map(this::point)
            .sorted(Comparator.comparingDouble(SearchResult.Point::cost))
            .toList();
    SearchResult.Point random = best(points, Search.Part.RANDOM);
    return new SearchResult(
        Stream.of(Search.Part.values()).map(part -> best(points, part, random)).toList(), points);
  }

  private SearchResult.Point point(String name) {
    CandidateRecord record = judgements.record(name);
    Map<Metric, Double> figures = judgements.of(name).outOfFold().measure(judgements.costs());
    return new SearchResult.Point(
        name,
        figures.get(Metric.COST_PER_CLIENT),
        figures.get(Metric.AUC),
        record.fitSeconds(),
        record.parameters());
  }

  private SearchResult.Best best(
      List<SearchResult.Point> points, Search.Part part, SearchResult.Point random) {
    SearchResult.Point best = best(points, part);
    return new SearchResult.Best(
        part.name().toLowerCase(Locale.ROOT),
        best,
        best == random ? null : judgements.outOfFold(best.name(), random.name()));
  }

  private static SearchResult.Point best(List<SearchResult.Point> points, Search.Part part) {
    return points.stream()
        .filter(point -> point.name().startsWith(part.name().toLowerCase(Locale.ROOT) + "-"))
        .findFirst()
        .orElseThrow();
  }
}
