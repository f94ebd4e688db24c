/**
 * Predictions that were served, as rows of a table of SQLite or PostgreSQL: {@link
 * io.clairscore.scorer.event.PredictionEvent} is a row, {@link
 * io.clairscore.scorer.event.PredictionEvents} the table. The service writes them, the drift job
 * reads them.
 */
package io.clairscore.scorer.event;
