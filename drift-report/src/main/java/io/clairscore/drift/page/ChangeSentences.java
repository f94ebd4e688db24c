package io.clairscore.drift.page;

import io.clairscore.drift.history.Basis;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.ReportComparison.Kind;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What changed between two reports, in sentences. */
record ChangeSentences(Words words, Figures figures) {
  private static final int MOST_NAMES = 8;

  /** One sentence per kind of change there is. */
  List<String> changes(List<ReportComparison.Change> changes, Map<String, String> labels) {
    List<String> sentences = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<String> names =
          changes.stream()
              .filter(change -> change.kind() == kind)
              .map(change -> labels.getOrDefault(change.column(), change.column()))
              .toList();
      if (!names.isEmpty()) {
        sentences.add(
            words.say(
                Phrase.valueOf("KIND_" + kind.name()),
                "count",
                figures.count(names.size()),
                "names",
                names(names)));
      }
    }
    return sentences;
  }

  /** That two verdicts are not of one measure, empty if they are. */
  String basis(List<Basis> changed) {
    return changed.isEmpty()
        ? ""
        : words.say(
            Phrase.BASIS,
            "what",
            changed.stream()
                .map(basis -> words.say(Phrase.valueOf("BASIS_" + basis.name())))
                .collect(Collectors.joining(", ")));
  }

  private String names(List<String> all) {
    String first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return all.size() <= MOST_NAMES
        ? first
        : first
            + " "
            + words.say(Phrase.SENTENCE_AND_MORE, "count", figures.count(all.size() - MOST_NAMES));
  }
}
