/**
 * The scorer: turns a feature vector and a model bundle into a decision. Plain Java, without Spark
 * and without native code, so that batch scoring and the service run the same code.
 *
 * <p>{@link io.clairscore.scorer.Bundle#load} opens a bundle and refuses a doubtful one, {@link
 * io.clairscore.scorer.Scorer} scores with it, {@link io.clairscore.scorer.Contributions} tells
 * what each feature added, {@link io.clairscore.scorer.BundleWriter} makes a bundle. Reasons in
 * points and in words are the package {@code explanation}; {@code counterfactual} finds what would
 * have to change, and {@code recourse} says it with all else a refused client can do.
 *
 * <p>A margin is the log-odds of default: higher is riskier. Everything a client is told (points,
 * level, decision) is a function of the margin; the calibrated probability is a separate monotone
 * map of it.
 */
package io.clairscore.scorer;
