package io.clairscore.service.events;

import java.time.Instant;

/**
 * An event is on disk.
 *
 * @param number its number in the chain
 * @param occurredAt its moment, which is never earlier than that of the event before
 * @param hash its hash, 64 hexadecimal digits
 */
public record EventReceipt(long number, Instant occurredAt, String hash) {}
