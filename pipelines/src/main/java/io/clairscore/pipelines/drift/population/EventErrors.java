package io.clairscore.pipelines.drift.population;

import static java.util.stream.Collectors.joining;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Every reason for which prediction events are not compared. */
final class EventErrors {
  private EventErrors() {}

  static Refusal unreadable(EventSource source, SQLException origin) {
    return Refusal.data(
            "The prediction events cannot be read.",
            source + ": " + origin.getMessage(),
            "Check address and database or file, for PostgreSQL the user and password in "
                + EventSource.USER
                + " and "
                + EventSource.PASSWORD
                + ", and that the service made its tables there and they may be read.")
        .from(origin);
  }

  static Refusal none(EventSource source) {
    return Refusal.data(
        "There is nobody to compare.",
        source
            + " has no events"
            + (source.events().toString().isEmpty() ? "." : " of " + source.events() + "."),
        "Name other days or another model, or check that the service writes events there.");
  }

  static Refusal severalModels(EventSource source, List<EventRange> models) {
    return Refusal.data(
        "The prediction events are of several models.",
        source + ": " + models.stream().map(EventRange::toString).collect(joining(", ")) + ".",
        "Name one of them (--events-model RUN), or days on which one of them served.");
  }

  static Refusal unknownModel(EventRange events, Path folder) {
    return Refusal.data(
        "The model of the prediction events is not here.",
        "They are "
            + events
            + ", and only its bundle says what the numbers of their vectors are; there is none in "
            + folder
            + ".",
        "Put the bundle there, name it (--model), or choose the workspace it was trained in.");
  }

  static Refusal otherVectors(EventRange events, int features) {
    return Refusal.data(
        "The vectors of the prediction events are not those of their model.",
        "Model %s has %d features, the vectors %d bytes of 4 each."
            .formatted(events.run(), features, events.bytes()),
        "Check with the service (events verify) whether somebody changed the events.");
  }
}
