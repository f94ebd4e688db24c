/**
 * Compares a reference population with a current one: reads rows on Spark, fills the profiles of
 * {@code drift-report} in one pass over each table, scores both populations, and writes the report.
 * {@link io.clairscore.pipelines.drift.DriftStep} is the door.
 */
package io.clairscore.pipelines.drift;
