package io.clairscore.service.model;

import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditEvent;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.model.VersionChange.Step;
import io.clairscore.service.store.Database;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The versions that answered, in the store and in the audit trail: both, or neither. */
public final class ServedVersions implements VersionJournal {
  private final Database database;
  private final AuditTrail trail;

  public ServedVersions(Database database, AuditTrail trail) {
    this.database = database;
    this.trail = trail;
  }

  @Override
  public void record(VersionChange change) {
    database.change(
        handle -> {
          if (change.done() && !isTop(handle, change)) {
            insert(handle, change);
          }
          trail.record(handle, event(change));
        });
  }

  /** A restart with the same version is no other version. */
  private static boolean isTop(Handle handle, VersionChange change) {
    return change.step() == Step.START
        && Optional.ofNullable(served(handle).peek()).equals(Optional.of(change.to()));
  }

  private static void insert(Handle handle, VersionChange change) {
    long number =
        handle
            .createQuery("select coalesce(max(change_id), 0) + 1 from served_versions")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            "insert into served_versions (change_id, changed_at, version, model_run, step)"
                + " values (:id, :at, :version, :run, :step)")
        .bind("id", number)
        .bind("at", change.at().toEpochMilli())
        .bind("version", change.to())
        .bind("run", change.run().orElse(""))
        .bind("step", change.step().name())
        .execute();
  }

  private static AuditEvent event(VersionChange change) {
    return new AuditEvent(
        change.order().by(),
        change.order().requestId(),
        new AuditEntry.ModelChange(
            change.from().orElse(null),
            change.to(),
            change.step().name().toLowerCase(Locale.ROOT),
            change.done(),
            change.failure().orElse(null)));
  }

  @Override
  public Optional<String> before() {
    return database.read(
        handle -> {
          Deque<String> served = served(handle);
          served.poll();
          return Optional.ofNullable(served.peek());
        });
  }

  /**
   * The version that answers on top of those before it. Going back takes the top away, so that
   * going back twice goes back two versions.
   */
  private static Deque<String> served(Handle handle) {
    Deque<String> served = new ArrayDeque<>();
    List<Changed> changes =
        handle
            .createQuery("select version, step from served_versions order by change_id")
            .map((row, context) -> new Changed(row.getString(1), Step.valueOf(row.getString(2))))
            .list();
    for (Changed change : changes) {
      if (change.step() == Step.ROLLBACK) {
        served.poll();
      }
      if (!change.version().equals(served.peek())) {
        served.push(change.version());
      }
    }
    return served;
  }

  private record Changed(String version, Step step) {}
}
