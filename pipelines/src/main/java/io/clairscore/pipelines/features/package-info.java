/**
 * The feature table: the engine mapped over the dossiers, and the reading of what it left. {@link
 * io.clairscore.pipelines.features.FeatureStep} writes the table, {@link
 * io.clairscore.pipelines.features.FeatureTable} is one version of it.
 */
package io.clairscore.pipelines.features;
