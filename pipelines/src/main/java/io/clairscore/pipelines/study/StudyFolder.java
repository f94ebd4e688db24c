package io.clairscore.pipelines.study;

import io.clairscore.drift.page.Templates;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.pipelines.study.results.StudyTables;
import io.clairscore.pipelines.study.results.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where results are written: the numbers as JSON, each table as CSV, and the short ones as text and
 * Markdown.
 *
 * @param path the folder
 */
record StudyFolder(Path path) {
  /** Tables too long for a terminal. */
  private static final Set<String> QUIET =
      Set.of(
          "folds",
          "cost-curve",
          "search-points",
          "importance",
          "rules-fr",
          "risk-zones-fr",
          "effects",
          "errors-by-interval",
          "coefficient-path");

  /** Writes results and returns their short tables as lines. */
  List<String> write(StudyResults results) {
    List<Grid> shown = new ArrayList<>();
    StudyTables.of(results, Wording.PLAIN)
        .forEach(
            (name, table) -> {
              write(name + ".csv", table.csv());
              if (!QUIET.contains(name)) {
                shown.add(table);
              }
            });
    List<String> lines = shown.stream().flatMap(table -> table.lines().stream()).toList();
    Templates templates = new Templates(StudyFolder.class);
    write(StudyResults.FILE, results.json());
    write("study.md", templates.filled("study.ftl", Map.of("tables", shown)));
    write("study.txt", String.join("\n", lines) + "\n");
    return lines;
  }

  /** Writes a picture among the figures. */
  void write(Picture picture) {
    write("figures/" + picture.name() + ".svg", picture.svg());
  }

  void write(String name, String content) {
    try {
      DurableFiles.replace(path.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Refusal.notWritten(path, e);
    }
  }
}
