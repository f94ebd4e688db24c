package io.clairscore.service.decision;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.scorer.explanation.Explanation;

/**
 * A dossier and what a model says of it, which is not to be told before it is kept.
 *
 * @param place within a request for many, from 0
 */
public record Assessment(int place, Dossier dossier, Explanation explanation) {}
