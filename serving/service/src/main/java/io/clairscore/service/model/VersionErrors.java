package io.clairscore.service.model;

import io.clairscore.features.refusal.Refusal;

/** Every reason for which a version is not served, or not as it was asked. */
final class VersionErrors {

  private VersionErrors() {}

  /** What cannot be read is here to be mended by who runs the service, not by who asks it. */
  static Refusal notRead(Throwable origin) {
    return Refusal.failed(
            "A file of the published version cannot be read.",
            origin instanceof Refusal refusal
                ? refusal.problem() + " " + refusal.reason()
                : String.valueOf(origin.getMessage()),
            "Restore the folder of the version, or publish again; what is held in memory is"
                + " answered meanwhile.")
        .from(origin);
  }

  static Refusal notClosed(Throwable origin) {
    return Refusal.failed(
            "What belonged to a version that is no longer served was not closed.",
            String.valueOf(origin.getMessage()),
            "Nothing is lost; restart the service if its open files grow.")
        .from(origin);
  }

  static Refusal nothingBefore() {
    return Refusal.data(
        "There is no version to go back to.",
        "No other version was served before the one that answers.",
        "GET /api/versions lists the complete versions; use one of them.");
  }

  static Refusal serves(String version) {
    return Refusal.data(
        "This version answers already.", version + " is the live version.", "Nothing is to do.");
  }
}
