/**
 * The page of a drift report: one self-contained HTML file in French or English.
 *
 * <p>{@link io.clairscore.drift.page.HtmlPage} writes it. Templates beside this package ({@code
 * *.ftlh}) show the records of the report and write their figures; what takes more than that, such
 * as sentences of several phrases and drawings, views make ready. Texts of the templates stand in
 * {@code page.tsv}, sentences in {@code phrases.tsv}, words of constants in {@code terms.tsv} and
 * {@code statistics.tsv}. Everything is readable without JavaScript; the script only sorts and
 * filters.
 */
package io.clairscore.drift.page;
