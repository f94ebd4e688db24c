package io.clairscore.drift.page;

import io.clairscore.drift.verdict.DataQuality;
import io.clairscore.features.text.Figures;
import java.util.List;

/** What ingest says of the data received. */
record QualityViews(Words words, Figures figures) {
  private static final int MOST_ISSUES = 20;

  List<Views.QualityRow> quality(DataQuality quality) {
    return quality.tables().stream()
        .map(
            table ->
                new Views.QualityRow(
                    table.table(),
                    figures.count(table.referenceRows()),
                    figures.count(table.currentRows()),
                    figures.signedPercent(table.volumeChange(), 1),
                    figures.count(table.quarantined()),
                    figures.percent(table.quarantinedShare(), 1),
                    figures.count(table.duplicates()),
                    figures.count(table.violations())))
        .toList();
  }

  /** Table, column, what is wrong, rows and their share; most rows first. */
  List<List<String>> issues(DataQuality quality) {
    return quality.issues().stream()
        .limit(MOST_ISSUES)
        .map(
            issue ->
                List.of(
                    issue.table(),
                    issue.column().isEmpty() ? words.say(Phrase.NONE) : issue.column(),
                    words.term(issue.kind()),
                    figures.count(issue.rows()),
                    figures.percent(issue.share(), 1)))
        .toList();
  }

  /** How many more there are, empty if there are none. */
  String left(DataQuality quality) {
    int more = quality.issues().size() - MOST_ISSUES;
    return more > 0 ? words.say(Phrase.SENTENCE_AND_MORE, "count", figures.count(more)) : "";
  }
}
