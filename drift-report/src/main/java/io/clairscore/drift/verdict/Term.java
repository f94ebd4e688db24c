package io.clairscore.drift.verdict;

import io.clairscore.features.schema.Text;

/** How much one feature moved the mean score, in points. */
public record Term(String name, Text label, double points) {}
