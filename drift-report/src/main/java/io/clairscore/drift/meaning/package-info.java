/**
 * What drift means: the performance to expect without labels, how much of the change comes from
 * another mix of clients, and how well the populations can be told apart. Plain values and plain
 * sums: whoever scores clients fills the tallies. {@link io.clairscore.drift.meaning.Meaning} is
 * the door.
 */
package io.clairscore.drift.meaning;
