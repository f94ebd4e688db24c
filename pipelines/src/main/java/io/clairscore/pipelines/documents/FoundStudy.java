package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.pipelines.study.results.StudyTables;
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
record FoundStudy(String run, Path folder, StudyResults results) {

  /** The study of a run, or else the newest of the workspace. */
  static Optional<FoundStudy> find(Workspace workspace, String run) {
    Path own = workspace.runs().resolve(run).resolve("study");
    Optional<Path> folder =
        Files.exists(own.resolve(StudyResults.FILE)) ? Optional.of(own) : newest(workspace.runs());
    return folder.map(
        found ->
            new FoundStudy(
                found.getParent().getFileName().toString(),
                found,
                StudyResults.read(found.resolve(StudyResults.FILE))));
  }

  private static Optional<Path> newest(Path runs) {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .map(run -> run.resolve("study"))
          .filter(study -> Files.exists(study.resolve(StudyResults.FILE)))
          .max(
              Comparator.comparing(
                  (Path study) -> study.resolve(StudyResults.FILE).toFile().lastModified()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some of its tables for a reader, as far as it has them and they are not empty. */
  List<Grid> tables(List<String> names, DocumentTexts texts) {
    Map<String, Grid> all = StudyTables.of(results, texts.ofStudy());
    return names.stream()
        .filter(all::containsKey)
        .map(all::get)
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  /** The curve of each candidate of the ladder whose scores are kept and tell clients apart. */
  Map<String, ThresholdCurve> curves() {
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
