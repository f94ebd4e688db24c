package io.clairscore.pipelines.account;

import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.pipelines.study.results.StudyTables;
import io.clairscore.pipelines.study.results.Wording;
import io.clairscore.pipelines.tracking.Tracking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A study of many candidates, as {@code clairscore study} leaves it.
 *
 * @param run the run that did it
 * @param folder {@code runs/<run>/study}
 * @param results what it found
 */
public record FoundStudy(String run, Path folder, StudyResults results) {

  /** The study of a run, or else the newest of the workspace. */
  public static Optional<FoundStudy> find(Workspace workspace, String run) {
    Path own = workspace.runs().resolve(run).resolve("study");
    Optional<Path> folder =
        Files.exists(own.resolve(StudyResults.FILE)) ? Optional.of(own) : newest(workspace);
    return folder.map(
        found ->
            new FoundStudy(
                found.getParent().getFileName().toString(),
                found,
                StudyResults.read(found.resolve(StudyResults.FILE))));
  }

  private static Optional<Path> newest(Workspace workspace) {
    Path runs = workspace.runs();
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(run -> Files.exists(run.resolve("study").resolve(StudyResults.FILE)))
          .map(run -> run.getFileName().toString())
          .max(
              Comparator.comparingLong((String run) -> Tracking.begun(workspace, run))
                  .thenComparing(Comparator.naturalOrder()))
          .map(run -> runs.resolve(run).resolve("study"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some of its tables for a reader, as far as it has them and they are not empty. */
  public List<Grid> tables(List<String> names, Wording words) {
    Map<String, Grid> all = StudyTables.of(results, words);
    return names.stream()
        .filter(all::containsKey)
        .map(all::get)
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  /** The curve of each candidate of the ladder whose scores are kept and tell clients apart. */
  public Map<String, ThresholdCurve> curves() {
    Map<String, ThresholdCurve> curves = new LinkedHashMap<>();
    for (CandidateResult candidate : results.models().candidates()) {
      Path scores = folder.resolve("candidates").resolve(candidate.candidate() + ".scores.csv.gz");
      if (Files.exists(scores)) {
        ThresholdCurve curve = ScoreTable.read(scores).curve();
        if (curve.ranks()) {
          curves.put(candidate.candidate(), curve);
        }
      }
    }
    return curves;
  }
}
