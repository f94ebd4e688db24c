package io.clairscore.drift.page;

import java.util.List;
import java.util.Map;

/** What the templates show: texts and coordinates, ready to be placed. */
final class Views {
  private Views() {}

  /**
   * The whole page.
   *
   * @param w texts without slots, by name
   * @param decisions what drift does to scores, null if the model was not asked
   * @param since what changed since an earlier report, null if there is none
   * @param json the report, safe inside a script element
   */
  record Page(
      String lang,
      Map<String, String> w,
      String title,
      String severity,
      String severityWord,
      String sentence,
      List<String> reasons,
      String action,
      List<Entry> provenance,
      List<Entry> figures,
      Decisions decisions,
      MeaningViews.View meaning,
      List<QualityRow> quality,
      List<List<String>> issues,
      String issuesLeft,
      SinceViews.Section since,
      List<Row> rows,
      List<Detail> details,
      String detailsLeft,
      List<String> severities,
      List<String> method,
      String css,
      String script,
      String json) {}

  /** What drift does to scores. */
  record Decisions(List<Change> changes, List<Step> steps, String shift) {}

  /** A figure before and after. */
  record Change(String label, String before, String after, String change) {}

  /**
   * A step of the waterfall.
   *
   * @param from left end of its bar, in hundredths of the width
   * @param width of its bar
   * @param kind what the bar shows: total, up or down
   */
  record Step(String label, String points, String after, String from, String width, String kind) {}

  /** What ingest says of a table. */
  record QualityRow(
      String table,
      String before,
      String after,
      String change,
      String quarantined,
      String share,
      String duplicates,
      String violations) {}

  /**
   * A line of the table of columns.
   *
   * @param shape paths of both histograms, empty if there is none
   */
  record Row(
      String id,
      String name,
      String label,
      String severity,
      String verdict,
      String importance,
      Shape shape,
      String missing,
      String measure,
      String score,
      String threshold,
      String psi,
      String noise,
      String q,
      String effect,
      String evidently) {}

  /** Paths of the reference's area and the current line, and the values at both ends. */
  record Shape(String reference, String current, String from, String to) {}

  /** What is said of one column. */
  record Detail(
      String id,
      String name,
      String verdict,
      String sentence,
      String rule,
      boolean shape,
      String from,
      String to,
      List<Entry> statistics,
      List<List<String>> sides,
      List<CellRow> cells) {}

  /** A cell with its rows on both sides. */
  record CellRow(
      String label, String reference, String referenceShare, String current, String currentShare) {}
}
