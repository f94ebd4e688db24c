/**
 * What is told of a model as a whole, as {@code published/<version>/model/<page>.json}: written by
 * the export, served to the dashboard as it is. {@link io.clairscore.scorer.pages.ModelPage} is the
 * door; {@link io.clairscore.scorer.pages.PageName} lists the pages.
 *
 * <p>Numbers are raw: shares from 0 to 1, effects in points with the sign of the points (positive
 * is better for the client), costs in the unit of the configured costs. A number that does not
 * exist is null. Words are in both languages. No page names a client.
 */
package io.clairscore.scorer.pages;
