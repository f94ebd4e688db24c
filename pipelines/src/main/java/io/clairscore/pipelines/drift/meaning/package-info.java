/**
 * What drift means beyond columns: the shift of the score and where it comes from, performance
 * expected without labels, segments, a classifier between the populations, correlations. {@link
 * io.clairscore.pipelines.drift.meaning.Meanings} is the door.
 */
package io.clairscore.pipelines.drift.meaning;
