package io.clairscore.pipelines.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.tracking.Tracking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param tables rows of texts by column, by name of table
 */
record StudyRecord(String run, Path folder, Map<String, List<Map<String, String>>> tables) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLES = "study.json";
  private static final String LADDER = "ladder";

  /** The study of a run, or else the newest of the workspace. */
  static Optional<StudyRecord> find(Workspace workspace, String run) {
    Path own = workspace.runs().resolve(run).resolve("study");
    Optional<Path> folder =
        Files.exists(own.resolve(TABLES)) ? Optional.of(own) : newest(workspace);
    return folder.map(StudyRecord::read);
  }

  private static Optional<Path> newest(Workspace workspace) {
    Path runs = workspace.runs();
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(run -> Files.exists(run.resolve("study").resolve(TABLES)))
          .map(run -> run.getFileName().toString())
          .max(
              Comparator.comparingLong((String run) -> Tracking.begun(workspace, run))
                  .thenComparing(Comparator.naturalOrder()))
          .map(run -> runs.resolve(run).resolve("study"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StudyRecord read(Path folder) {
    Path file = folder.resolve(TABLES);
    Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    try {
      JSON.readTree(file.toFile())
          .fields()
          .forEachRemaining(table -> tables.put(table.getKey(), rows(table.getValue())));
    } catch (IOException e) {
      throw DocumentErrors.damagedStudy(file, e.toString());
    }
    return new StudyRecord(folder.getParent().getFileName().toString(), folder, tables);
  }

  private static List<Map<String, String>> rows(JsonNode table) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode row : table) {
      Map<String, String> cells = new LinkedHashMap<>();
      row.fields().forEachRemaining(cell -> cells.put(cell.getKey(), cell.getValue().asText()));
      rows.add(cells);
    }
    return rows;
  }

  /** A table in words of the language, if the study has it and it is not empty. */
  Optional<Grid> grid(String name, DocumentTexts texts) {
    List<Map<String, String>> rows = tables.getOrDefault(name, List.of());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> columns = List.copyOf(rows.get(0).keySet());
    return Optional.of(
        new Grid(
            texts.ofStudy("table " + name),
            columns.stream().map(texts::ofStudy).toList(),
            rows.stream()
                .map(row -> columns.stream().map(of -> cell(row.get(of), texts)).toList())
                .toList()));
  }

  private static String cell(String text, DocumentTexts texts) {
    return StudyCells.inWords(text == null ? "" : text, texts);
  }

  /** The curve of each candidate of the ladder whose scores are kept and tell clients apart. */
  Map<String, ThresholdCurve> curves() {
    Map<String, ThresholdCurve> curves = new LinkedHashMap<>();
    for (Map<String, String> row : tables.getOrDefault(LADDER, List.of())) {
      String name = row.getOrDefault("candidate", "");
      Path scores = folder.resolve("candidates").resolve(name + ".scores.csv.gz");
      if (Files.exists(scores)) {
        ThresholdCurve curve = ScoreTable.read(scores).curve();
        if (curve.ranks()) {
          curves.put(name, curve);
        }
      }
    }
    return curves;
  }
}
