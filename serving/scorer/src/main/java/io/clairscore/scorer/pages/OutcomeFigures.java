package io.clairscore.scorer.pages;

/**
 * How well the clients of one outcome are told apart.
 *
 * @param precision share of those decided about as this outcome who have it; null if nobody is
 * @param recall share of those who have it who are decided about so; null if nobody has it
 * @param f1 harmonic mean of both; null where neither exists
 */
public record OutcomeFigures(Double precision, Double recall, Double f1) {}
