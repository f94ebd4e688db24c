package io.clairscore.service.events;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.store.Database;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Walks the chain from its beginning to where it ends now, in constant memory, beside a running
 * service.
 */
public final class ChainVerifier {
  private static final String CHAIN =
      "select first_number, anchor, last_number, last_hash,"
          + " coalesce((select max(event_id) from prediction_events), 0) as last_prediction,"
          + " coalesce((select max(event_id) from audit_events), 0) as last_audit,"
          + " coalesce((select min(event_id) from prediction_events), last_number + 1) as"
          + " first_prediction,"
          + " coalesce((select min(event_id) from audit_events), last_number + 1) as first_audit"
          + " from event_chain where chain = 1";

  private final Database database;
  private final Map<Long, String> expected;
  private final ChainHash hash = new ChainHash();

  /**
   * @param expected hashes that were noted before, by number of the event
   */
  public ChainVerifier(Database database, Map<Long, String> expected) {
    this.database = database;
    this.expected = Map.copyOf(expected);
  }

  /** What the row of the chain says, and what the tables hold at that moment. */
  private record Bounds(
      long first, byte[] anchor, long last, byte[] hash, long lowest, long highest) {}

  /**
   * Verifies.
   *
   * @throws Refusal with FAILED if the database fails, with DATA if there is no chain
   */
  public ChainReport verify() {
    Bounds bounds = bounds();
    ChainLink before = new ChainLink(bounds.first() - 1, Long.MIN_VALUE, bounds.anchor());
    ChainWalk walk = new ChainWalk(database, bounds.first(), bounds.last());
    while (walk.hasNext()) {
      StoredRow row = walk.next();
      Optional<String> wrong = fault(before, row);
      if (wrong.isPresent()) {
        return report(bounds, before, Math.min(before.number() + 1, row.number()), wrong.get());
      }
      before = new ChainLink(row.number(), row.moment(), row.hash());
    }
    return ended(bounds, before);
  }

  private ChainReport ended(Bounds bounds, ChainLink last) {
    String digits = HexFormat.of().formatHex(last.hash());
    if (last.number() != bounds.last()) {
      return report(bounds, last, last.number() + 1, "it is missing");
    }
    if (!digits.equals(HexFormat.of().formatHex(bounds.hash()))) {
      return report(bounds, last, last.number(), "the chain ends with another hash");
    }
    if (bounds.highest() > bounds.last()) {
      return report(bounds, last, bounds.highest(), "it stands behind the end of the chain");
    }
    if (bounds.lowest() < bounds.first()) {
      return report(bounds, last, bounds.lowest(), "it stands before the beginning of the chain");
    }
    return new ChainReport(bounds.first(), last.number(), digits, Optional.empty());
  }

  private Optional<String> fault(ChainLink before, StoredRow row) {
    if (row.number() > before.number() + 1) {
      return Optional.of("it is missing");
    }
    if (row.number() <= before.number()) {
      return Optional.of("it stands twice");
    }
    if (row.moment() < before.moment()) {
      return Optional.of("it is earlier than the event before it");
    }
    String kept = HexFormat.of().formatHex(row.hash());
    boolean fits =
        row.row()
            .map(event -> HexFormat.of().formatHex(hash.next(before, row.moment(), event).hash()))
            .filter(kept::equals)
            .isPresent();
    if (!fits) {
      return Optional.of("it is not what was written");
    }
    return expected.getOrDefault(row.number(), kept).equalsIgnoreCase(kept)
        ? Optional.empty()
        : Optional.of("its hash is not the one that was noted before");
  }

  private static ChainReport report(Bounds bounds, ChainLink last, long number, String words) {
    return new ChainReport(
        bounds.first(),
        last.number(),
        HexFormat.of().formatHex(last.hash()),
        Optional.of(new ChainReport.Fault(number, words)));
  }

  /** In one statement, so that all of it is of one moment. */
  private Bounds bounds() {
    return database.read(
        handle ->
            handle
                .createQuery(CHAIN)
                .map(
                    (row, context) ->
                        new Bounds(
                            row.getLong("first_number"),
                            row.getBytes("anchor"),
                            row.getLong("last_number"),
                            row.getBytes("last_hash"),
                            Math.min(row.getLong("first_prediction"), row.getLong("first_audit")),
                            Math.max(row.getLong("last_prediction"), row.getLong("last_audit"))))
                .findOne()
                .orElseThrow(EventsErrors::noChain));
  }
}
