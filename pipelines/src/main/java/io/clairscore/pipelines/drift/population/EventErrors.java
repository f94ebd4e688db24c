package io.clairscore.pipelines.drift.population;

import io.clairscore.features.refusal.Refusal;
import java.sql.SQLException;

/** Every reason for which prediction events are not compared. */
final class EventErrors {
  private EventErrors() {}

  static Refusal unreadable(EventSource source, SQLException origin) {
    return Refusal.data(
            "The prediction events cannot be read.",
            source + ": " + origin.getMessage(),
            "Check address and database, the user and password in "
                + EventSource.USER
                + " and "
                + EventSource.PASSWORD
                + ", and that the table was made there (clairscore events-sql prints how) and may be read.")
        .from(origin);
  }

  static Refusal none(EventSource source) {
    return Refusal.data(
        "There is nobody to compare.",
        source
            + " has no events"
            + (source.days().toString().isEmpty() ? "." : " of " + source.days() + "."),
        "Name other days, or check that the service writes events there.");
  }

  static Refusal otherFeatures(EventSource source, long others, String hash) {
    return Refusal.data(
        "The prediction events are of another model.",
        source + ": " + others + " events do not have the features of catalogue " + hash + ".",
        "Name days on which the model of this workspace served, or the workspace of their model.");
  }
}
