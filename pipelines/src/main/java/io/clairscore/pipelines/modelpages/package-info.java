/**
 * Makes the pages about a model ({@link io.clairscore.scorer.pages}) that {@code export} publishes,
 * from what its training left: bundle, evidence and, if there is one, a study. What a page needs
 * and nobody kept is absent, and the page says so. {@link
 * io.clairscore.pipelines.modelpages.ModelPages} is the door.
 */
package io.clairscore.pipelines.modelpages;
