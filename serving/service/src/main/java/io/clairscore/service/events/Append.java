package io.clairscore.service.events;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Events that become durable together, and who waits for them.
 *
 * @param rows at least one
 * @param receipts completed with one receipt for each
 */
record Append(List<EventRow> rows, CompletableFuture<List<EventReceipt>> receipts) {}
