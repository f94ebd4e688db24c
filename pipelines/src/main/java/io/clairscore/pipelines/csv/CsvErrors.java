package io.clairscore.pipelines.csv;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Every reason for which a file is no CSV file, whatever it is read for. */
public final class CsvErrors {
  private static final int TOLD = 10;

  private CsvErrors() {}

  public static Refusal unreadable(Path file, IOException origin) {
    return Refusal.data(
            "Cannot read " + file + ".",
            origin.toString(),
            "Check that the file is complete and that this user may read it.")
        .from(origin);
  }

  public static Refusal damaged(Path file, String cause) {
    return Refusal.data(
        "The file " + file + " is damaged.",
        "It cannot be read to its end: " + cause + ".",
        "Fetch the file again.");
  }

  /** No field of the header is the name of a column: most likely it is no header. */
  public static Refusal noNames(Path file, int fields) {
    return Refusal.data(
        "The header of " + file + " is missing.",
        "None of the " + fields + " fields of its first line is the name of a column.",
        "Write the names of the columns into the first line, separated by commas; or check that"
            + " the file is the one meant.");
  }

  static Refusal noHeader(Path file) {
    return Refusal.data(
        "The file " + file + " is empty.",
        "Not even its header is there.",
        "Fetch the file again; a history file that does not exist may simply be left out.");
  }

  static Refusal badHeader(Path file, String cause) {
    return Refusal.data(
        "The header of " + file + " cannot be read.",
        cause,
        "The first line names the columns, separated by commas, in UTF-8.");
  }

  static Refusal otherFormat(Path file, OtherFormat format) {
    return Refusal.data(
        "The file " + file + " is no CSV file.",
        "By its first bytes " + format.words() + ".",
        format.remedy());
  }

  static Refusal otherSeparator(Path file, String separator) {
    return Refusal.data(
        "The fields of " + file + " are not separated by commas.",
        "Its first line is divided by " + separator + ".",
        "Export the file with commas between fields and points in decimal numbers.");
  }

  static Refusal carriageReturns(Path file) {
    return Refusal.data(
        "The lines of " + file + " cannot be told apart.",
        "They end with a carriage return alone, where a line feed is expected.",
        "Convert the line ends, for example by: tr '\\r' '\\n'");
  }

  static Refusal namelessColumns(Path file, List<Integer> columns, int fields) {
    if (columns.equals(List.of(1))) {
      return Refusal.data(
          "The first column of " + file + " has no name.",
          "It seems to be the row index that pandas adds.",
          "Write the file with to_csv(..., index=False), or remove the column.");
    }
    if (columns.equals(List.of(fields))) {
      return Refusal.data(
          "The last column of " + file + " has no name.",
          "The first line ends with a comma.",
          "Remove the comma at the end of each line, or name the column.");
    }
    return Refusal.data(
        "Columns of " + file + " have no name.",
        "Nothing stands in the first line at column "
            + columns.stream().limit(TOLD).map(String::valueOf).collect(Collectors.joining(", "))
            + (columns.size() > TOLD ? " and others" : "")
            + " of "
            + fields
            + "; the header may be missing.",
        "Write the name of each column into the first line.");
  }

  /** Some names, and how many more there are. */
  public static String names(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(TOLD, names.size())))
        + (names.size() > TOLD ? " and " + (names.size() - TOLD) + " more" : "");
  }
}
