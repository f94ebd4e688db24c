package io.clairscore.drift.page;

import io.clairscore.drift.history.Since;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.features.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a report says of the one before it. */
record SinceViews(Words words, TimeWords time, Language language) {

  /**
   * The section of a page.
   *
   * @param basis that the verdicts rest on something else, empty if they do not
   * @param changes one sentence per kind of change, or that there is none
   */
  record Section(String title, String whole, String basis, List<String> changes) {}

  Section section(Since since, DriftReport report) {
    Map<String, String> labels =
        report.rows().stream()
            .collect(Collectors.toMap(DriftRow::name, row -> row.label().in(language)));
    List<String> changes =
        time.changes(since.changes().changes(), name -> labels.getOrDefault(name, name));
    return new Section(
        time.say(TimePhrase.SINCE, "date", since.date().toString()),
        time.say(
            TimePhrase.SINCE_WHOLE,
            "before",
            words.term(since.changes().before()),
            "after",
            words.term(since.changes().after())),
        time.basis(since.otherBasis()),
        changes.isEmpty() ? List.of(time.say(TimePhrase.SINCE_NOTHING)) : changes);
  }
}
