package io.clairscore.scorer.recourse;

/**
 * How much an aspect counts against a client.
 *
 * @param points of all reasons told of it together, below 0
 */
public record Weight(Aspect aspect, int points) {}
