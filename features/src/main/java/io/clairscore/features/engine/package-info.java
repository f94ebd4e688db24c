/**
 * Computes the feature vector of a dossier: {@link io.clairscore.features.engine.FeatureEngine}
 * compiles the declarations of a catalogue once into flat plans, and then runs each plan over the
 * rows of its table. Batch and service call this same function.
 *
 * <p>Per group of rows, one pass over a quantity feeds all its aggregates, and one counter per row
 * feeds all shares of a category.
 */
package io.clairscore.features.engine;
