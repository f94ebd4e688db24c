/**
 * Measures the scorer against XGBoost4J ({@code scripts/bench/scorer}) and proves their agreement
 * on real clients ({@code scripts/checks/scoring/scorer_parity}). Only built with the Maven profile
 * {@code benchmarks}.
 */
package io.clairscore.benchmarks;
