package io.clairscore.pipelines.ingest;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.csv.CsvErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Every reason for which a load is refused as a whole; none of them leaves a row behind. */
final class IngestErrors {

  private IngestErrors() {}

  static Refusal noFolder(Path folder) {
    return Refusal.data(
        "There is no data folder " + folder + ".",
        "The path does not exist or is not a folder.",
        "Give the folder that holds application_train.csv and its sister files.");
  }

  static Refusal noApplications(Path folder) {
    return Refusal.data(
        "No application file in " + folder + ".",
        "Neither application_train nor application_test is there, as .csv or .csv.gz.",
        "Put at least one of them into the folder; history files alone describe no client.");
  }

  static Refusal twoForms(Path plain, Path compressed) {
    return Refusal.data(
        "The file " + plain.getFileName() + " stands twice in the data folder.",
        "Both " + plain.getFileName() + " and " + compressed.getFileName() + " are there.",
        "Remove one of them.");
  }

  static Refusal wrongColumns(Path file, List<String> missing, String unknown, List<String> twice) {
    StringBuilder cause = new StringBuilder();
    name(cause, "Missing columns: ", CsvErrors.names(missing));
    name(cause, "Unknown columns: ", unknown);
    name(cause, "Columns named twice: ", CsvErrors.names(twice));
    return Refusal.data(
        "The columns of " + file + " are not those of its table.",
        cause.toString().strip(),
        "Correct the header; the order of the columns is free, their names are not.");
  }

  static Refusal damaged(String path, String cause) {
    return Refusal.data(
        "The file " + path + " is damaged.",
        "It cannot be read to its end: " + cause + ". Nothing of this load was kept.",
        "Fetch the file again and start a new run, with another --run-id.");
  }

  static Refusal noClients(Path folder, Map<String, Long> reasons) {
    String cause =
        reasons.isEmpty()
            ? "The application files hold a header and no row."
            : "Every application row breaks a rule: " + reasons + ".";
    return Refusal.data(
        "There is no client in " + folder + ".",
        cause,
        "Give application files with rows that follow the schema; nothing of this load was kept.");
  }

  static Refusal nothingKept(FileCounts file) {
    return Refusal.data(
        "No row of " + file.file() + " can be kept.",
        "Each of its " + file.read() + " rows breaks a rule: " + file.reasons() + ".",
        "Check that it is the file meant, and correct it, or leave it out; nothing of this load"
            + " was kept. Start a new run, with another --run-id.");
  }

  private static void name(StringBuilder text, String title, String columns) {
    if (!columns.isEmpty()) {
      text.append(title).append(columns).append(". ");
    }
  }
}
