/**
 * Which models there are to follow: {@link io.clairscore.scorer.registry.Aliases} says which run is
 * challenger and which is champion, for the pipelines that promote and for the service.
 */
package io.clairscore.scorer.registry;
