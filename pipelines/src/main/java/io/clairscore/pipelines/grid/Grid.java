package io.clairscore.pipelines.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of texts; its first column names the rows.
 *
 * @param title what it shows
 * @param header names of the columns
 * @param rows as many cells each as the header has
 */
public record Grid(String title, List<String> header, List<List<String>> rows) {
  /** How a figure may begin; a dash stands for a number that does not exist. */
  private static final String FIRST_OF_FIGURE = "0123456789\u2014";

  private static final String SIGNS = "-+\u2212";

  /**
   * A column.
   *
   * @param heading its name
   * @param cell what it says of a row
   * @param <R> what a row is about
   */
  public record Column<R>(String heading, Function<? super R, String> cell) {}

  public Grid {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(title + ": " + row + " is no row of " + header);
      }
    }
  }

  /** The table of some rows. */
  public static <R> Grid of(String title, List<R> rows, List<Column<R>> columns) {
    return new Grid(
        title,
        columns.stream().map(Column::heading).toList(),
        rows.stream()
            .map(row -> columns.stream().map(column -> column.cell().apply(row)).toList())
            .toList());
  }

  /** Whether each column is read as figures, and so stands to the right. */
  public List<Boolean> figures() {
    return IntStream.range(0, header.size())
        .mapToObj(at -> at > 0 && rows.stream().allMatch(row -> figure(row.get(at))))
        .toList();
  }

  private static boolean figure(String cell) {
    int first = !cell.isEmpty() && SIGNS.indexOf(cell.charAt(0)) >= 0 ? 1 : 0;
    return cell.isEmpty()
        || first < cell.length() && FIRST_OF_FIGURE.indexOf(cell.charAt(first)) >= 0;
  }

  /** Aligned text under the title: the first column to the left, the others to the right. */
  public List<String> lines() {
    List<List<String>> all = headerAndRows();
    int[] widths =
        IntStream.range(0, header.size())
            .map(i -> all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>(List.of("", "== " + title));
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

  /** Comma-separated values; cells with commas or quotes are quoted (RFC 4180). */
  public String csv() {
    return headerAndRows().stream()
        .map(row -> row.stream().map(Grid::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private List<List<String>> headerAndRows() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    return all;
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
