package io.clairscore.pipelines.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.chart.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where tables are written: each as CSV, all as one JSON, and the short ones as text and Markdown.
 *
 * @param path the folder
 */
record StudyFolder(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Writes tables and returns them as lines.
   *
   * @param quiet names of tables that are too long to be read as text
   */
  List<String> write(List<ResultTable> tables, Set<String> quiet) {
    ObjectNode document = JSON.createObjectNode();
    List<String> lines = new ArrayList<>();
    StringBuilder markdown = new StringBuilder();
    for (ResultTable table : tables) {
      write(table.name() + ".csv", table.csv());
      document.set(table.name(), json(table));
      if (!quiet.contains(table.name())) {
        lines.addAll(table.lines());
        markdown.append(table.markdown()).append('\n');
      }
    }
    write("study.json", document.toPrettyString());
    write("study.md", markdown.toString());
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

  private static ArrayNode json(ResultTable table) {
    ArrayNode rows = JSON.createArrayNode();
    for (List<String> row : table.rows()) {
      ObjectNode node = rows.addObject();
      for (int i = 0; i < row.size(); i++) {
        node.put(table.header().get(i), row.get(i));
      }
    }
    return rows;
  }
}
