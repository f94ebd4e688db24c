package io.clairscore.service.model;

import java.util.Optional;

/** Remembers which versions answered. */
public interface VersionJournal {
  /**
   * Remembers a change; durable when this returns.
   *
   * @throws io.clairscore.features.refusal.Refusal with FAILED if it cannot be written now
   */
  void record(VersionChange change);

  /** The version that answered before the one that answers now, rollbacks considered. */
  Optional<String> before();
}
