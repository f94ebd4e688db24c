package io.clairscore.scorer.counterfactual;

/**
 * What becomes of one input.
 *
 * @param from the client's own value of {@link Lever#leading()}
 * @param to its value after every change of the proposal
 * @param raised whether the input was raised; where it follows another input that was lowered, its
 *     value may still have fallen
 */
public record InputChange(Lever lever, double from, double to, boolean raised) {}
