package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.csv.ChunkReader;
import io.clairscore.pipelines.csv.CsvErrors;
import io.clairscore.pipelines.csv.Fields;
import io.clairscore.pipelines.ingest.CellRules;
import io.clairscore.pipelines.ingest.FileCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipException;

/**
 * Rows of a part of a file that {@code ingest} would send to quarantine: because they are no rows,
 * or because a cell breaks a rule of its table.
 *
 * @param part where they are
 * @param lines lines of the part, its header included
 * @param rows data rows
 * @param first the first line that is no row, from 1; 0 if there is none
 * @param lineRules how many are no rows, by rule
 * @param cellRules how many rows have a cell that breaks a rule, by column and rule
 */
record BrokenRows(
    FilePart part,
    long lines,
    long rows,
    long first,
    Map<String, Long> lineRules,
    Map<String, Long> cellRules) {

  /**
   * Reads the parts.
   *
   * @param columns names of the columns
   * @param table of which these are, if it is a source table
   * @return what ingest would keep of each file
   * @throws Refusal with DATA if a file is damaged, or if a line is no row
   */
  static List<FileCounts> counted(
      String population, List<FilePart> parts, List<String> columns, Optional<Table> table) {
    List<BrokenRows> found = parts.parallelStream().map(part -> in(part, columns, table)).toList();
    for (BrokenRows broken : found) {
      if (broken.first > 0) {
        throw PopulationErrors.brokenRows(
            population,
            broken.part.file(),
            broken.line(found),
            sums(broken.part.file(), found, BrokenRows::lineRules));
      }
    }
    return parts.stream().map(FilePart::file).distinct().map(file -> counts(file, found)).toList();
  }

  private static BrokenRows in(FilePart part, List<String> columns, Optional<Table> table) {
    Fields fields = new Fields();
    Optional<CellRules> rules = table.map(of -> CellRules.of(of, columns));
    Map<String, Long> lines = new TreeMap<>();
    Map<String, Long> cells = new TreeMap<>();
    long rows = 0;
    long first = 0;
    try (ChunkReader reader = part.open()) {
      while (reader.next()) {
        String broken = fields.split(reader.line(), columns.size());
        if (broken == null) {
          rows++;
          rules.map(of -> of.broken(fields)).ifPresent(rule -> cells.merge(rule, 1L, Long::sum));
        } else if (!broken.equals(Fields.EMPTY_LINE)) {
          // An empty line is no row, in whatever file: nobody is lost with it.
          lines.merge(broken, 1L, Long::sum);
          first = first == 0 ? reader.count() : first;
        }
      }
      return new BrokenRows(part, reader.count(), rows, first, lines, cells);
    } catch (ZipException e) {
      throw CsvErrors.damaged(part.file(), e.getMessage());
    } catch (IOException e) {
      throw CsvErrors.unreadable(part.file(), e);
    }
  }

  private long line(List<BrokenRows> all) {
    return first
        + all.stream()
            .filter(other -> other.part.path().equals(part.path()))
            .filter(other -> other.part.from() < part.from())
            .mapToLong(BrokenRows::lines)
            .sum();
  }

  private static FileCounts counts(Path file, List<BrokenRows> all) {
    Map<String, Long> reasons = sums(file, all, BrokenRows::cellRules);
    long read =
        all.stream().filter(of -> of.part.file().equals(file)).mapToLong(BrokenRows::rows).sum();
    long broken = reasons.values().stream().mapToLong(Long::longValue).sum();
    return new FileCounts(
        file.getFileName().toString(),
        FilePart.size(file),
        read,
        read - broken,
        broken,
        reasons,
        Map.of());
  }

  private static Map<String, Long> sums(
      Path file, List<BrokenRows> all, Function<BrokenRows, Map<String, Long>> which) {
    Map<String, Long> ofFile = new TreeMap<>();
    all.stream()
        .filter(of -> of.part.file().equals(file))
        .forEach(of -> which.apply(of).forEach((rule, n) -> ofFile.merge(rule, n, Long::sum)));
    return ofFile;
  }
}
