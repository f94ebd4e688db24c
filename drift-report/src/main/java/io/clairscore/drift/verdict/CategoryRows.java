package io.clairscore.drift.verdict;

/** A category with its rows on the side that has it, and their share of that side's values. */
public record CategoryRows(String category, long rows, double share) {}
