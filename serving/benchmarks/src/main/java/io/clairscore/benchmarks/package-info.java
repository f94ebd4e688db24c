/**
 * Measures the scorer against XGBoost4J ({@code scripts/bench/scorer}) and proves their agreement
 * on real clients ({@code scripts/checks/scoring/scorer_parity}). Compiled with everything else,
 * run on demand.
 */
package io.clairscore.benchmarks;
