package io.clairscore.pipelines.documents;

import io.clairscore.features.refusal.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Scores of labelled clients as a run keeps them: CSV, gzipped or not, with at least the columns
 * TARGET, fold (-1 for the hold-out), margin and probability.
 *
 * @param training clients of the folds, each scored out of fold
 * @param holdOut clients kept apart
 */
record ScoreTable(ScoredOutcomes training, ScoredOutcomes holdOut) {
  private static final List<String> COLUMNS = List.of("TARGET", "fold", "margin", "probability");

  private record Line(int target, int fold, double margin, double probability) {}

  /**
   * Reads a table.
   *
   * @throws Refusal if it is absent or damaged, or lacks a part
   */
  static ScoreTable read(Path file) {
    if (!Files.exists(file)) {
      throw DocumentErrors.noEvidence(file);
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      return read(file, lines);
    } catch (IOException e) {
      throw DocumentErrors.damaged(file, e.toString());
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  private static ScoreTable read(Path file, BufferedReader lines) throws IOException {
    String header = lines.readLine();
    List<String> names = header == null ? List.of() : List.of(header.split(","));
    int[] at = COLUMNS.stream().mapToInt(names::indexOf).toArray();
    if (!names.containsAll(COLUMNS)) {
      throw DocumentErrors.damaged(file, "Its header is: " + header);
    }
    List<Line> read = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split(",");
      try {
        read.add(
            new Line(
                Integer.parseInt(cells[at[0]]),
                Integer.parseInt(cells[at[1]]),
                Double.parseDouble(cells[at[2]]),
                Double.parseDouble(cells[at[3]])));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw DocumentErrors.damaged(file, "Line " + (read.size() + 2) + " is no row of it.");
      }
    }
    return new ScoreTable(
        part(file, read, line -> line.fold() >= 0), part(file, read, line -> line.fold() < 0));
  }

  private static ScoredOutcomes part(Path file, List<Line> lines, Predicate<Line> kept) {
    List<Line> part = lines.stream().filter(kept).toList();
    long defaults = part.stream().filter(line -> line.target() == 1).count();
    if (defaults == 0 || defaults == part.size()) {
      throw DocumentErrors.damaged(
          file, "Its folds or its hold-out do not hold clients of both outcomes.");
    }
    return new ScoredOutcomes(
        part.stream().mapToInt(Line::target).toArray(),
        part.stream().mapToDouble(Line::margin).toArray(),
        part.stream().mapToDouble(Line::probability).toArray());
  }
}
