/**
 * What the service reads, as {@code published/<version>/}. {@link
 * io.clairscore.scorer.published.Published} is the door for readers, {@link
 * io.clairscore.scorer.published.VersionWriter} for who makes a version.
 *
 * <ul>
 *   <li>{@code bundle/}: the model bundle, as trained;
 *   <li>{@code clients/}: one compressed JSON document per client ({@link
 *       io.clairscore.scorer.published.ClientRecord}), found through an index ({@link
 *       io.clairscore.scorer.published.ClientStore} describes the files);
 *   <li>{@code profiles.json}: how each feature lies over all clients ({@link
 *       io.clairscore.scorer.published.FeatureProfile});
 *   <li>{@code model/}: what pages about the model show, one JSON document each;
 *   <li>{@code manifest.json}: the versions of all sources, and size and SHA-256 of every file
 *       ({@link io.clairscore.scorer.published.VersionManifest}).
 * </ul>
 *
 * <p>A version appears whole, by a rename, or not at all, and never changes afterwards. The file
 * {@code published/current} holds the name of the live one. A reader refuses what is absent,
 * damaged or of another layout.
 */
package io.clairscore.scorer.published;
