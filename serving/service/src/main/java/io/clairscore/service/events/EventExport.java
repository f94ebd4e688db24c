package io.clairscore.service.events;

import io.clairscore.service.store.Database;
import java.io.IOException;
import java.util.OptionalLong;

/** Writes events out, in the order in which they occurred and in constant memory. */
public final class EventExport {
  private final Database database;
  private final EventFormat format;

  public EventExport(Database database, EventFormat format) {
    this.database = database;
    this.format = format;
  }

  /**
   * Writes events.
   *
   * @param client whose, or of everybody
   * @return how many
   * @throws io.clairscore.features.refusal.Refusal with DATA if one cannot be read
   */
  public long write(Appendable out, OptionalLong client) throws IOException {
    long last = database.read(handle -> EventChain.last(handle));
    ChainWalk walk = new ChainWalk(database, 1, last);
    long written = 0;
    out.append(format.head());
    while (walk.hasNext()) {
      StoredRow row = walk.next();
      if (client.isEmpty() || row.isAbout(client.getAsLong())) {
        out.append(format.line(EventJson.of(row.event())));
        written++;
      }
    }
    return written;
  }
}
