package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.csv.ChunkReader;
import io.clairscore.pipelines.csv.CsvErrors;
import io.clairscore.pipelines.csv.Fields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;

/**
 * Rows of a part of a file that {@code ingest} would send to quarantine because they are no rows.
 *
 * @param part where they are
 * @param lines lines of the part, its header included
 * @param first the first such line of the part, from 1; 0 if there is none
 * @param reasons how many break a rule, by rule
 */
record BrokenRows(FilePart part, long lines, long first, Map<String, Long> reasons) {

  /**
   * Reads the parts.
   *
   * @throws Refusal with DATA if a file is damaged, or if there are such rows
   */
  static void refuse(String population, List<FilePart> parts, int columns) {
    List<BrokenRows> found = parts.parallelStream().map(part -> in(part, columns)).toList();
    for (BrokenRows broken : found) {
      if (broken.first > 0) {
        throw PopulationErrors.brokenRows(
            population, broken.part.file(), broken.line(found), broken.reasons(found));
      }
    }
  }

  private static BrokenRows in(FilePart part, int columns) {
    Fields fields = new Fields();
    Map<String, Long> reasons = new TreeMap<>();
    long first = 0;
    try (ChunkReader reader = part.open()) {
      while (reader.next()) {
        String broken = fields.split(reader.line(), columns);
        // An empty line is no row, in whatever file: nobody is lost with it.
        if (broken != null && !broken.equals(Fields.EMPTY_LINE)) {
          reasons.merge(broken, 1L, Long::sum);
          first = first == 0 ? reader.count() : first;
        }
      }
      return new BrokenRows(part, reader.count(), first, reasons);
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

  private Map<String, Long> reasons(List<BrokenRows> all) {
    Map<String, Long> ofFile = new TreeMap<>();
    all.stream()
        .filter(other -> other.part.path().equals(part.path()))
        .forEach(other -> other.reasons.forEach((rule, n) -> ofFile.merge(rule, n, Long::sum)));
    return ofFile;
  }
}
