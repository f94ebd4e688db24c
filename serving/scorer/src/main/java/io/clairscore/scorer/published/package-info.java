/**
 * What the service reads, as {@code published/<version>/}. {@link
 * io.clairscore.scorer.published.Published} is the door for readers, {@link
 * io.clairscore.scorer.published.VersionWriter} for who makes a version, {@link
 * io.clairscore.scorer.published.ClientPublisher} for what is published of a client.
 *
 * <ul>
 *   <li>{@code bundle/}: the model bundle, as trained;
 *   <li>{@code clients/}: of each client one compressed JSON document ({@link
 *       io.clairscore.scorer.published.ClientRecord}) and one record by which it is scored without
 *       the document ({@link io.clairscore.scorer.published.ScoringRecord}), found through an
 *       index, also by numbers of credits ({@link io.clairscore.scorer.published.ClientStore}
 *       describes the files);
 *   <li>{@code population/clients.parquet}: one row per client, for questions about many of them
 *       ({@link io.clairscore.scorer.published.PopulationTable} has the columns);
 *   <li>{@code profiles.json}: how each feature lies over all clients ({@link
 *       io.clairscore.scorer.published.FeatureProfile});
 *   <li>{@code presentation.json}: how decisions are told ({@link
 *       io.clairscore.scorer.published.PublishedPresentation});
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
