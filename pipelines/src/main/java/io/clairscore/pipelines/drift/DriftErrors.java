package io.clairscore.pipelines.drift;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Every reason for which populations are not compared. */
final class DriftErrors {
  private DriftErrors() {}

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

  static Refusal nobody(String population, String kind) {
    return Refusal.data(
        "There is nobody to compare.",
        "The population " + population + " has no rows in " + kind + ".",
        "Check the population: a reference needs clients with a TARGET, a current population"
            + " clients without, or name folders by --reference and --current.");
  }

  static Refusal otherClients(String population, long some, long others) {
    return Refusal.data(
        "The tables of a population do not fit each other.",
        "The population %s has %d applications and %d rows of features."
            .formatted(population, some, others),
        "Run dossiers and features for the newest applications, then compare again.");
  }

  static Refusal notNumbers(String population, Map<String, Long> cells) {
    return Refusal.data(
        "The population " + population + " cannot be read.",
        "Cells that should hold numbers hold something else, by column: " + cells + ".",
        "Correct the file, or ingest it: ingest quarantines such rows and says where they are.");
  }

  static Refusal malformed(String kind, Exception origin) {
    return Refusal.data(
            "A CSV file of " + kind + " cannot be read.",
            "A row has not the columns of the header.",
            "Correct the file, or ingest it: ingest quarantines such rows and says where they are.")
        .from(origin);
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

  static Refusal otherSchema(Population reference, Population current) {
    return Refusal.data(
        "The populations cannot be compared.",
        "The reference consists of %s, the current population of %s."
            .formatted(reference.kinds(), current.kinds()),
        "Name two populations of the same schema.");
  }

  static Refusal noReports(Path folder, Collection<String> unreadable) {
    return Refusal.data(
        "There is no drift report to tell a history of.",
        unreadable.isEmpty()
            ? "The folder " + folder + " holds no report, such as 2026-01-31.json."
            : "This version of Clairscore can read none of those in " + folder + ".",
        "Run drift first, or name another folder by --out.");
  }

  static Refusal simulationExists(Path folder) {
    return Refusal.usage(
        "The folder " + folder + " already holds something.",
        "Reports of simulated months never replace others or stand among them.",
        "Choose another folder with --out, or remove this one first.");
  }

  static Refusal badScenario(String problem) {
    return Refusal.usage(
        "These months cannot be simulated.", problem, "See the options of drift-simulate.");
  }

  static Refusal notComparable(IllegalArgumentException origin) {
    return Refusal.data(
            "The populations cannot be compared.",
            origin.getMessage(),
            "Name two populations of the same schema.")
        .from(origin);
  }
}
