/**
 * Compares a reference population with a current one and writes the report, its history and its
 * verdict. {@link io.clairscore.pipelines.drift.DriftStep} is the door, beside it {@link
 * io.clairscore.pipelines.drift.HistoryStep} over the reports there are and {@link
 * io.clairscore.pipelines.drift.SimulationStep} over generated months. {@code population} says who
 * is compared, {@code scan} reads them, {@code meaning} says what it means for decisions.
 */
package io.clairscore.pipelines.drift;
