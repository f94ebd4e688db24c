/**
 * The page of a drift report: one self-contained HTML file in French or English.
 *
 * <p>{@link io.clairscore.drift.page.HtmlPage} writes it. Views hold texts and coordinates that are
 * ready to be shown, templates beside this package ({@code *.ftlh}) only place them, and texts
 * stand in {@code phrases.tsv} and {@code terms.tsv}. Everything is readable without JavaScript;
 * the script only sorts and filters.
 */
package io.clairscore.drift.page;
