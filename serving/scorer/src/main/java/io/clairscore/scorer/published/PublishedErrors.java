package io.clairscore.scorer.published;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Every reason to refuse what was published, or the name of what is to be. */
final class PublishedErrors {
  private static final String PUBLISH =
      "Publish the model again (clairscore export), or name another version"
          + " (clairscore published lists them).";

  private PublishedErrors() {}

  static Refusal name(String version) {
    return Refusal.usage(
        "'" + version + "' cannot name a published version.",
        "It becomes the name of a folder beside the file " + Published.CURRENT + ".",
        "Use at most 80 letters, digits, dots, dashes and underscores, and begin with a letter or"
            + " digit.");
  }

  static Refusal noVersion(Path folder) {
    return Refusal.data(
        "There is no published version " + folder.getFileName() + ".",
        folder + " is not a folder.",
        PUBLISH);
  }

  static Refusal nothingLive(Path current) {
    return Refusal.data(
        "No published version is live.",
        current + " does not exist.",
        "Publish a model (clairscore export), or make a version live (clairscore published --use).");
  }

  static Refusal otherFormat(Path manifest, String format) {
    return Refusal.data(
        "The published version is of another layout.",
        manifest
            + " says format "
            + format
            + "; this program reads "
            + VersionManifest.FORMAT
            + ".",
        PUBLISH);
  }

  static Refusal damaged(Path file, IOException origin) {
    String reason =
        origin instanceof NoSuchFileException ? "there is no such file" : firstLine(origin);
    return damaged(file, reason).from(origin);
  }

  static Refusal damaged(Path file, String reason) {
    return Refusal.data("What was published is damaged.", file + ": " + reason, PUBLISH);
  }

  private static String firstLine(IOException origin) {
    return String.valueOf(origin.getMessage()).lines().findFirst().orElse("it cannot be read");
  }
}
