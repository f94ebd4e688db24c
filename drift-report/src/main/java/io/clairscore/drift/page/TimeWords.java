package io.clairscore.drift.page;

import io.clairscore.drift.history.Basis;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.ReportComparison.Kind;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The texts about time in one language. */
final class TimeWords {
  private static final int MOST_NAMES = 8;

  private final Phrases<TimePhrase> sayings;
  private final Figures figures;

  TimeWords(Language language, Figures figures) {
    this.sayings = new Phrases<>(TimePhrase.class, "time.tsv", language);
    this.figures = figures;
  }

  String say(TimePhrase phrase, String... slots) {
    return sayings.say(phrase, slots);
  }

  Map<String, String> all() {
    return sayings.all();
  }

  /** One sentence per kind of change there is. */
  List<String> changes(List<ReportComparison.Change> changes, UnaryOperator<String> label) {
    List<String> sentences = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<String> names =
          changes.stream()
              .filter(change -> change.kind() == kind)
              .map(change -> label.apply(change.column()))
              .toList();
      if (!names.isEmpty()) {
        sentences.add(
            say(
                TimePhrase.valueOf("KIND_" + kind.name()),
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
        : say(
            TimePhrase.BASIS,
            "what",
            changed.stream()
                .map(basis -> say(TimePhrase.valueOf("BASIS_" + basis.name())))
                .collect(Collectors.joining(", ")));
  }

  private String names(List<String> all) {
    String first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return all.size() <= MOST_NAMES
        ? first
        : first + " " + say(TimePhrase.AND_MORE, "count", figures.count(all.size() - MOST_NAMES));
  }
}
