/**
 * What a population looks like, column by column, small enough to keep and to send, and mergeable:
 * the profile of two parts is the sum of their profiles, whatever the parts and their order, to the
 * last bit. So any number of tasks may each fill a {@link
 * io.clairscore.drift.profile.PopulationAccumulator} in one pass over their rows, whatever the
 * number of columns.
 *
 * <p>Categories are counted. Numbers are counted by value, exactly, up to a limit of distinct
 * values; beyond it the lowest bits of their binary form are dropped, as many as it takes, so that
 * {@link io.clairscore.drift.profile.NumberProfile#relativeError} is known. Missing values,
 * infinite ones and each sentinel are counted apart.
 */
package io.clairscore.drift.profile;
