/**
 * What a comparison of two populations means: one row per column with the rule that chose its test,
 * a severity and an action, and one verdict over all of them.
 *
 * <p>{@link io.clairscore.drift.verdict.DriftReport#of} compares two profiles; everything in the
 * report is a plain value without texts. The size of an effect decides; a p-value, adjusted over
 * all checks of the report, only keeps chance from being called drift. {@link
 * io.clairscore.drift.verdict.ReportJson} writes and reads reports, {@link
 * io.clairscore.drift.verdict.ReportComparison} tells what changed between two.
 */
package io.clairscore.drift.verdict;
