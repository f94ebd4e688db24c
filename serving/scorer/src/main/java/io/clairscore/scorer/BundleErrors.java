package io.clairscore.scorer;

import java.io.IOException;
import java.nio.file.Path;

/** Every reason to refuse a bundle, in words; those of the model itself are {@link ModelErrors}. */
final class BundleErrors {
  private static final String COPY_AGAIN =
      "Copy the bundle again from the run that made it, or export it again.";
  private static final String TAMPERED =
      "Copy the bundle again from the run that made it; if it differs there too, do not use it and"
          + " find out who changed it.";

  private BundleErrors() {}

  static BundleRefused absent(Path folder) {
    return refused(
        "There is no bundle to load",
        folder + " is not a folder",
        "Name the folder of a bundle; train and export one first if there is none.");
  }

  static BundleRefused unreadable(String file, Exception origin) {
    return refused(
        "A file of the bundle cannot be read",
        file + ": " + ModelErrors.firstLine(origin),
        COPY_AGAIN,
        origin);
  }

  static BundleRefused missingFile(String file) {
    return refused("The bundle is incomplete", "The file " + file + " is missing", COPY_AGAIN);
  }

  static BundleRefused unlisted(String file) {
    return refused(
        "The bundle holds a file that nobody vouches for",
        "The file " + file + " is not listed in " + Checksums.FILE,
        "Remove the file, or copy the bundle again.");
  }

  static BundleRefused checksumSyntax(int line) {
    return refused(
        "The checksums of the bundle are damaged",
        "Line " + line + " of " + Checksums.FILE + " is not a line of sha256sum",
        COPY_AGAIN);
  }

  static BundleRefused checksum(String file) {
    return refused(
        "The bundle was damaged or changed after it was made",
        "The SHA-256 of " + file + " differs from the one in " + Checksums.FILE,
        TAMPERED);
  }

  static BundleRefused tooLarge(String file, long bytes, long limit) {
    return refused(
        "A file of the bundle is too large",
        file + " has " + bytes + " bytes, and no file above " + limit + " bytes is read",
        COPY_AGAIN);
  }

  static BundleRefused formatVersion(String found) {
    return refused(
        "The bundle has another layout than this version reads",
        "Its format version is " + found + ", this version reads " + Manifest.FORMAT_VERSION,
        "Export the bundle again with this version, or use the version that wrote it.");
  }

  static BundleRefused catalogue(String found, String expected) {
    return refused(
        "The bundle was trained on other features than this version computes",
        "Its catalogue hash is " + found + ", the catalogue here has " + expected,
        "Use the version of Clairscore that trained the bundle, or train again with this one.");
  }

  static BundleRefused xgboostVersion(String found) {
    return refused(
        "The bundle was trained with another version of XGBoost",
        "It says " + found + "; margins are proven identical for " + ModelReader.VERSION,
        "Train and export it again with XGBoost " + ModelReader.VERSION + ".");
  }

  static BundleRefused noGoldenRow() {
    return refused(
        "The bundle cannot prove that it scores as it was trained",
        "golden.json holds no row",
        "Export the bundle again, with golden rows.");
  }

  static BundleRefused goldenLength(int row, int found, int expected) {
    return refused(
        "A golden row does not fit the model",
        "Golden row " + row + " has " + found + " values, the model reads " + expected,
        COPY_AGAIN);
  }

  static BundleRefused golden(int row, String what, double expected, double found) {
    return refused(
        "The bundle does not score as it was trained",
        "The " + what + " of golden row " + row + " is " + found + " instead of " + expected,
        "Do not use the bundle; export it again from its training run.");
  }

  static BundleRefused goldenContributions(int row, int found, int expected) {
    return refused(
        "A golden row does not fit the model",
        "Golden row "
            + row
            + " has "
            + found
            + " contributions; the model gives one per feature and the bias, "
            + expected,
        COPY_AGAIN);
  }

  static BundleRefused otherReference() {
    return refused(
        "The reference clients do not fit the model",
        Bundle.REFERENCE + " describes other features than the bundle lists",
        COPY_AGAIN);
  }

  static BundleRefused exists(Path folder) {
    return refused(
        "The bundle cannot be written",
        folder + " exists already, and a bundle is never changed",
        "Name another folder, or remove this one if nothing uses it.");
  }

  static BundleRefused fileName(String name) {
    return refused(
        "A file cannot be attached to the bundle",
        "\"" + name + "\" is a file of the bundle itself, or not a plain file name",
        "Name it with letters, digits, dots, dashes and underscores.");
  }

  static IOException notWritten(Path folder, IOException origin) {
    return new IOException(
        "The bundle could not be written; nothing of it was left behind\n  Cause: "
            + folder
            + ": "
            + origin
            + "\n  Remedy: make the folder writable, free space on its disk, and try again.",
        origin);
  }

  private static BundleRefused refused(String problem, String reason, String remedy) {
    return refused(problem, reason, remedy, null);
  }

  private static BundleRefused refused(
      String problem, String reason, String remedy, Exception origin) {
    return new BundleRefused(problem, reason, remedy, origin);
  }
}
