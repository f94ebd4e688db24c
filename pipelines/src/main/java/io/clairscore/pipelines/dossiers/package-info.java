/**
 * One row per client with all its histories nested. {@link
 * io.clairscore.pipelines.dossiers.DossierStep} builds the table from the raw tables and keeps it
 * up to date for the clients that changed; {@link io.clairscore.pipelines.dossiers.DossierDecoder}
 * turns its rows into dossiers in memory.
 */
package io.clairscore.pipelines.dossiers;
