/**
 * Publishes what the service needs, as {@code published/<version>/}:
 *
 * <ul>
 *   <li>{@code bundle/}: the model bundle, as trained;
 *   <li>{@code clients/}: one compressed JSON document per client, found through an index ({@link
 *       io.clairscore.pipelines.export.ClientStore} describes the files);
 *   <li>{@code profiles.json}: count, missing values, mean, deviation and quantiles of each feature
 *       over all clients;
 *   <li>{@code manifest.json}: the versions of all sources, and size and SHA-256 of every file.
 * </ul>
 *
 * {@link io.clairscore.pipelines.export.ExportStep} is the door. A version appears whole, by a
 * rename, or not at all.
 */
package io.clairscore.pipelines.export;
