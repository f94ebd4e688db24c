/**
 * What a refused client is told besides the reasons: what would change the decision and how far it
 * is away, what weighs and changes with time, what to check for errors, and how to ask for a human
 * review. An accepted client is told none of it.
 *
 * <p>{@link io.clairscore.scorer.recourse.Recourse} is the answer as a value, {@link
 * io.clairscore.scorer.recourse.RecourseText} says it in French or English, {@link
 * io.clairscore.scorer.recourse.RecourseJson} writes it as a document. What the model reads is
 * sorted into {@link io.clairscore.scorer.recourse.Aspect}s by the table {@code aspects.tsv}; what
 * a sentence counts comes from the client's own dossier ({@link
 * io.clairscore.scorer.recourse.DossierFacts}), never from a feature.
 */
package io.clairscore.scorer.recourse;
