/**
 * How far apart two samples of one column are, as pure functions of counts.
 *
 * <p>A sample of numbers is its {@link io.clairscore.drift.statistics.ValueCounts}: distinct values
 * with how often each occurs. Statistics over cells read {@link
 * io.clairscore.drift.statistics.CellCounts}, made by a {@link io.clairscore.drift.statistics.Cut}
 * or from categories. Nothing here reads rows, so each result costs what the distinct values cost
 * and not what the rows do.
 *
 * <p>Effect sizes: {@link io.clairscore.drift.statistics.StabilityIndex} (the bankers' form and
 * Evidently's), {@link io.clairscore.drift.statistics.Divergence}, {@link
 * io.clairscore.drift.statistics.Wasserstein}, {@link io.clairscore.drift.statistics.CramersV}.
 * Tests: {@link io.clairscore.drift.statistics.KolmogorovSmirnov}, {@link
 * io.clairscore.drift.statistics.ChiSquare}, {@link io.clairscore.drift.statistics.TwoProportions},
 * with {@link io.clairscore.drift.statistics.BenjaminiHochberg} over many of them.
 */
package io.clairscore.drift.statistics;
