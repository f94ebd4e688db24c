/**
 * Drift over time: the verdicts of dated reports one after another.
 *
 * <p>{@link io.clairscore.drift.history.HistoryCollector} takes reports in the order of their
 * dates, keeps of each what a history needs and lets the rest go, so that memory does not grow with
 * the size of the reports. {@link io.clairscore.drift.history.DriftHistory} is what is left: a
 * plain value, written by {@link io.clairscore.drift.history.HistoryJson} and shown by {@link
 * io.clairscore.drift.page.HistoryPage}.
 */
package io.clairscore.drift.history;
