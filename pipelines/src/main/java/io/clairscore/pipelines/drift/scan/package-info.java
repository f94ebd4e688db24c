/**
 * Reads each table of a population once: fills the profiles of {@code drift-report} and scores the
 * clients on the way. {@link io.clairscore.pipelines.drift.scan.PopulationScan} is the door.
 */
package io.clairscore.pipelines.drift.scan;
