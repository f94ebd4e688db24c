package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

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

  static Refusal unreadable(Path file, IOException origin) {
    return Refusal.data(
            "The population " + file.getFileName() + " cannot be read.",
            origin.toString(),
            "Check that the file is whole and that this user may read it.")
        .from(origin);
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
        "Its header line names a column twice, or a column has no name.",
        "Give each column a name of its own in the first line.");
  }

  static Refusal unknownSchema(Path folder, Collection<String> unknown) {
    return Refusal.data(
        "The population " + folder.getFileName() + " has a schema of its own.",
        "No source table, nor the features, have all its columns; unknown to the table that fits"
            + " best: "
            + unknown.stream().limit(10).toList()
            + ".",
        "Name rows of a source table or of the features; leave other columns out.");
  }
}
