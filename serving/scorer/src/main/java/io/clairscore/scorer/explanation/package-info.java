/**
 * Why a client has a score: points by feature and by theme that add up to it from the mean score of
 * accepted clients, one or two reasons for each theme, and all of it in sentences an advisor can
 * say.
 *
 * <p>{@link io.clairscore.scorer.explanation.Explainer} explains feature vectors, {@link
 * io.clairscore.scorer.explanation.DossierExplainer} dossiers, after a look at what is wrong with
 * them. An {@link io.clairscore.scorer.explanation.Explanation} is a value without texts; {@link
 * io.clairscore.scorer.explanation.Narration} puts it into words, from the tables beside this
 * package, in French or English.
 *
 * <p>Points are integers and higher is better: a negative contribution in points raises the risk.
 */
package io.clairscore.scorer.explanation;
