package io.clairscore.service.access;

import org.jdbi.v3.core.Handle;

/** The record of what was done, by whom. */
@FunctionalInterface
public interface AuditTrail {
  /**
   * Records an event in the transaction of what it is about: both are kept, or neither.
   *
   * @param handle in a transaction that writes
   */
  void record(Handle handle, AccessEvent event);
}
