package io.clairscore.pipelines.documents;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of texts; its first column names the rows.
 *
 * @param caption what it shows
 * @param header names of the columns
 * @param rows as many cells each as the header has
 */
record Grid(String caption, List<String> header, List<List<String>> rows) {

  private static final Pattern FIGURE = Pattern.compile("[-+\u2212\u2013]?[0-9]|\u2013|$");

  Grid {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(row + " is no row of " + header);
      }
    }
  }

  /** The table under its caption. */
  String markdown() {
    String rule =
        IntStream.range(0, header.size())
            .mapToObj(column -> figures(column) ? "---:|" : "---|")
            .collect(Collectors.joining("", "|", ""));
    return "*"
        + caption
        + "*\n\n"
        + line(header)
        + "\n"
        + rule
        + rows.stream().map(row -> "\n" + line(row)).collect(Collectors.joining());
  }

  /** Whether a column is read as figures, and so stands to the right. */
  private boolean figures(int column) {
    return column > 0 && rows.stream().allMatch(row -> FIGURE.matcher(row.get(column)).lookingAt());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The table in a region that scrolls by itself, so that the page never does. */
  String html() {
    String label = Html.escaped(caption);
    return """
        <div class="scroll" role="region" aria-label="%s" tabindex="0">
        <table>
        <caption><span>%s</span></caption>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s
        </tbody>
        </table>
        </div>
        """
        .formatted(
            label,
            label,
            header.stream()
                .map(cell -> "<th scope=\"col\">" + Html.escaped(cell) + "</th>")
                .collect(Collectors.joining()),
            rows.stream().map(this::row).collect(Collectors.joining("\n")));
  }

  private String row(List<String> cells) {
    String first = "<tr><th scope=\"row\">" + Html.escaped(cells.get(0)) + "</th>";
    return IntStream.range(1, cells.size())
        .mapToObj(
            column ->
                (figures(column) ? "<td>" : "<td class=\"words\">")
                    + Html.escaped(cells.get(column))
                    + "</td>")
        .collect(Collectors.joining("", first, "</tr>"));
  }
}
