package io.clairscore.drift.meaning;

/**
 * A column by which populations are told apart.
 *
 * @param share of all gain of the classifier
 */
public record TellingFeature(String name, double share) {}
