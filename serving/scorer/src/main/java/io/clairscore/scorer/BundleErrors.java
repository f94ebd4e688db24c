package io.clairscore.scorer;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason to refuse a bundle, in words; those of the model itself are {@link ModelErrors}. */
final class BundleErrors {
  private static final String COPY_AGAIN =
      "Copy the bundle again from the run that made it, or export it again.";
  private static final String TAMPERED =
      "Copy the bundle again from the run that made it; if it differs there too, do not use it and"
          + " find out who changed it.";

  private BundleErrors() {}

  static Refusal absent(Path folder) {
    return Refusal.model(
        "There is no bundle to load.",
        folder + " is not a folder.",
        "Name the folder of a bundle; train and export one first if there is none.");
  }

  static Refusal unreadable(String file, Exception origin) {
    return Refusal.model(
            "A file of the bundle cannot be read.",
            file + ": " + ModelErrors.firstLine(origin),
            COPY_AGAIN)
        .from(origin);
  }

  static Refusal missingFile(String file) {
    return Refusal.model(
        "The bundle is incomplete.", "The file " + file + " is missing.", COPY_AGAIN);
  }

  static Refusal unlisted(String file) {
    return Refusal.model(
        "The bundle holds a file that nobody vouches for.",
        "The file " + file + " is not listed in " + Checksums.FILE + ".",
        "Remove the file, or copy the bundle again.");
  }

  static Refusal checksumSyntax(int line) {
    return Refusal.model(
        "The checksums of the bundle are damaged.",
        "Line " + line + " of " + Checksums.FILE + " is not a line of sha256sum.",
        COPY_AGAIN);
  }

  static Refusal checksum(String file) {
    return Refusal.model(
        "The bundle was damaged or changed after it was made.",
        "The SHA-256 of " + file + " differs from the one in " + Checksums.FILE + ".",
        TAMPERED);
  }

  static Refusal tooLarge(String file, long bytes, long limit) {
    return Refusal.model(
        "A file of the bundle is too large.",
        file + " has " + bytes + " bytes, and no file above " + limit + " bytes is read.",
        COPY_AGAIN);
  }

  static Refusal formatVersion(String found) {
    return Refusal.model(
        "The bundle has another layout than this version reads.",
        "Its format version is " + found + ", this version reads " + Manifest.FORMAT_VERSION + ".",
        "Export the bundle again with this version, or use the version that wrote it.");
  }

  static Refusal catalogue(String found, String expected) {
    return Refusal.model(
        "The bundle was trained on other features than this version computes.",
        "Its catalogue hash is " + found + ", the catalogue here has " + expected + ".",
        "Use the version of Clairscore that trained the bundle, or train again with this one.");
  }

  static Refusal xgboostVersion(String found) {
    return Refusal.model(
        "The bundle was trained with another version of XGBoost.",
        "It says " + found + "; margins are proven identical for " + ModelReader.VERSION + ".",
        "Train and export it again with XGBoost " + ModelReader.VERSION + ".");
  }

  static Refusal noGoldenRow() {
    return Refusal.model(
        "The bundle cannot prove that it scores as it was trained.",
        "golden.json holds no row.",
        "Export the bundle again, with golden rows.");
  }

  static Refusal goldenLength(int row, int found, int expected) {
    return Refusal.model(
        "A golden row does not fit the model.",
        "Golden row " + row + " has " + found + " values, the model reads " + expected + ".",
        COPY_AGAIN);
  }

  static Refusal golden(int row, String what, double expected, double found) {
    return Refusal.model(
        "The bundle does not score as it was trained.",
        "The " + what + " of golden row " + row + " is " + found + " instead of " + expected + ".",
        "Do not use the bundle; export it again from its training run.");
  }

  static Refusal goldenContributions(int row, int found, int expected) {
    return Refusal.model(
        "A golden row does not fit the model.",
        "Golden row "
            + row
            + " has "
            + found
            + " contributions; the model gives one per feature and the bias, "
            + expected
            + ".",
        COPY_AGAIN);
  }

  static Refusal otherReference() {
    return Refusal.model(
        "The reference clients do not fit the model.",
        Bundle.REFERENCE + " describes other features than the bundle lists.",
        COPY_AGAIN);
  }

  static Refusal exists(Path folder) {
    return Refusal.model(
        "The bundle cannot be written.",
        folder + " exists already, and a bundle is never changed.",
        "Name another folder, or remove this one if nothing uses it.");
  }
}
