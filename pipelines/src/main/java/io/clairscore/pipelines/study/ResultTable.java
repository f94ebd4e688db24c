package io.clairscore.pipelines.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of results, for people and as CSV.
 *
 * @param name file name without ending
 * @param title what it shows
 * @param header names of the columns
 * @param rows cells, as many per row as the header has
 */
record ResultTable(String name, String title, List<String> header, List<List<String>> rows) {

  ResultTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(name + ": " + row + " is no row of " + header);
      }
    }
  }

  /** Aligned text: the first column to the left, the others to the right. */
  List<String> lines() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    int[] widths =
        IntStream.range(0, header.size())
            .map(i -> all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("== " + title);
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String blank = " ".repeat(widths[i] - cell.length());
        line.append(i == 0 ? cell + blank : "  " + blank + cell);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** A table of GitHub's Markdown under its title. */
  String markdown() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.add(header.stream().map(column -> "---").toList());
    all.addAll(rows);
    return all.stream()
        .map(row -> row.stream().map(cell -> cell.replace("|", "\\|")).toList())
        .map(row -> "| " + String.join(" | ", row) + " |")
        .collect(Collectors.joining("\n", "### " + title + "\n\n", "\n"));
  }

  /** Comma-separated values; cells with commas or quotes are quoted (RFC 4180). */
  String csv() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    return all.stream()
        .map(row -> row.stream().map(ResultTable::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
