package io.clairscore.service.monitoring;

import org.jdbi.v3.core.Handle;

/** Up to which event something knows the events. */
final class Cursors {
  private Cursors() {}

  /** Number of the last event that is known; 0 before the first. */
  static long of(Handle handle, String name) {
    return handle
        .createQuery("select event_id from monitoring_cursors where name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /**
   * Moves a cursor.
   *
   * @return whether it stood where it was thought to stand: otherwise another did the work
   */
  static boolean move(Handle handle, String name, long from, long to) {
    handle
        .createUpdate(
            "insert into monitoring_cursors (name, event_id) values (:name, 0)"
                + " on conflict (name) do nothing")
        .bind("name", name)
        .execute();
    return handle
            .createUpdate(
                "update monitoring_cursors set event_id = :to"
                    + " where name = :name and event_id = :from")
            .bind("name", name)
            .bind("from", from)
            .bind("to", to)
            .execute()
        == 1;
  }
}
