/**
 * The feature table: the engine mapped over the dossiers. {@link
 * io.clairscore.pipelines.features.FeatureStep} is the door.
 */
package io.clairscore.pipelines.features;
