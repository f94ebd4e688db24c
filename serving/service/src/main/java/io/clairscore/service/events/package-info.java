/**
 * What the service answers for, kept before it is answered: predictions and everything else that
 * people did. {@link io.clairscore.service.events.EventLog} takes them, {@link
 * io.clairscore.service.events.AuditTrail} adds to a transaction of the caller's.
 *
 * <p>All events are one chain (decision 39): each carries the SHA-256 over the hash before it and
 * its own columns, so that a row that was changed, removed, added or moved is found.
 */
package io.clairscore.service.events;
