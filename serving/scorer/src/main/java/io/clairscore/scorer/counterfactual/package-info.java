/**
 * Counterfactuals: the smallest realistic change of one or two inputs with which a refused
 * application would be accepted, or else the change that reaches the most points.
 *
 * <p>{@link io.clairscore.scorer.counterfactual.Counterfactuals} searches, {@link
 * io.clairscore.scorer.counterfactual.Levers} says what may change and how far, {@link
 * io.clairscore.scorer.counterfactual.Outcome} is the answer, and {@link
 * io.clairscore.scorer.counterfactual.Sentences} says a change in French or English.
 *
 * <p>{@link io.clairscore.scorer.counterfactual.Reachability} only says whether a change suffices,
 * for a model that is not a bundle yet.
 *
 * <p>Distance is the sum of the relative changes of the inputs. The search is exact to the cent:
 * splits are not inverted by formulas but found by halving, with the feature engine as the judge.
 * An answer is what the model would say of another application; it is no promise that the change
 * makes the client less likely to default.
 */
package io.clairscore.scorer.counterfactual;
