package io.clairscore.scorer.recourse;

/**
 * How much an aspect counts against a client.
 *
 * @param points of all its features together, below 0
 */
public record Weight(Aspect aspect, int points) {}
