package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;
import java.util.Map;

/** Every reason for which a population cannot be had. */
final class PopulationErrors {

  private PopulationErrors() {}

  static Refusal noTable(Path table) {
    return Refusal.data(
        "There is nobody to compare.",
        "The table " + table + " does not exist.",
        "Run ingest, dossiers and features first, or name populations by --reference and"
            + " --current.");
  }

  static Refusal noScores(Object date) {
    return Refusal.data(
        "There is nobody to compare.",
        "The workspace has no scores of " + date + ".",
        "Name a date of the table of scores, or run score with --date first.");
  }

  static Refusal noFolder(Path folder) {
    return Refusal.data(
        "The population " + folder.getFileName() + " cannot be read.",
        folder + " is neither a Delta table, nor a CSV file, nor a folder of CSV files.",
        "Name a Delta table, or CSV files ending in .csv or .csv.gz with a header line.");
  }

  /** The words for a broken rule are those of ingest. */
  static Refusal brokenRows(String population, Path file, long line, Map<String, Long> reasons) {
    return Refusal.data(
        "The population " + population + " cannot be read.",
        "Rows of " + file + " break a rule, the first in line " + line + ": " + reasons + ".",
        "Correct the file, or ingest it: ingest quarantines such rows and says where they are.");
  }

  static Refusal severalHeaders(Path folder) {
    return Refusal.data(
        "The population " + folder.getFileName() + " is not one table.",
        "Its CSV files have different header lines.",
        "Name one file, or a folder that holds the files of one table only.");
  }

  static Refusal badHeader(Path folder) {
    return Refusal.data(
        "The population " + folder.getFileName() + " cannot be read.",
        "Its first line says the same twice: it names a column twice, or it is no header.",
        "Give each column a name of its own in the first line.");
  }

  static Refusal unknownSchema(Path folder, String unknown) {
    return Refusal.data(
        "The population " + folder.getFileName() + " has a schema of its own.",
        "No source table, nor the features, have all its columns; unknown to the table that fits"
            + " best: ["
            + unknown
            + "].",
        "Name rows of a source table or of the features; leave other columns out.");
  }
}
