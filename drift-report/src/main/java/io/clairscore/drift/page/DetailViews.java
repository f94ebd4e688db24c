package io.clairscore.drift.page;

import io.clairscore.drift.verdict.CategoryRows;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Measurement;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.Statistics;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of one column: sentences, statistics, both sides, cells. */
final class DetailViews {
  private static final int MOST_NAMES = 5;

  private final Words words;
  private final Figures figures;
  private final RuleSet rules;

  DetailViews(Words words, Figures figures, RuleSet rules) {
    this.words = words;
    this.figures = figures;
    this.rules = rules;
  }

  /** What is said of one column, beside its line of the table. */
  public record Detail(RowViews.Row row, String sentence, String rule) {}

  Detail detail(RowViews.Row row) {
    return new Detail(row, sentence(row), rule(row.of().measured()));
  }

  private String rule(Measurement measured) {
    boolean theirs = rules == RuleSet.EVIDENTLY && measured.evidently().rule() != TestChoice.NONE;
    return words.term(theirs ? measured.evidently().rule() : measured.rule());
  }

  private String sentence(RowViews.Row shown) {
    DriftRow row = shown.of();
    Measurement measured = row.measured();
    List<String> sentences = new ArrayList<>();
    if (measured.status() != RowStatus.COMPARED) {
      sentences.add(words.term(measured.status()));
    }
    RowViews.Decisive decisive = shown.decisive();
    if (!measured.checks().isEmpty()) {
      sentences.add(
          words.say(
              Phrase.SENTENCE_MEASURE,
              "measure",
              decisive.measure(),
              "score",
              decisive.score(),
              "limit",
              decisive.threshold()));
    }
    addRemarks(sentences, row);
    sentences.add(words.say(Phrase.SENTENCE_ACTION, "action", words.term(row.action())));
    return String.join(" ", sentences);
  }

  private void addRemarks(List<String> sentences, DriftRow row) {
    Measurement measured = row.measured();
    Statistics statistics = measured.statistics();
    if (row.missingDrifted()) {
      sentences.add(
          words.say(
              Phrase.SENTENCE_MISSING,
              "before",
              figures.percent(measured.reference().missingShare(), 1),
              "after",
              figures.percent(measured.current().missingShare(), 1)));
    }
    addNames(sentences, Phrase.SENTENCE_APPEARED, measured.appeared());
    addNames(sentences, Phrase.SENTENCE_LOST, measured.lost());
    if (row.severity() == Severity.INCONCLUSIVE) {
      sentences.add(
          words.say(
              Phrase.SENTENCE_SMALL,
              "critical",
              figures.statistic(statistics.of(Statistic.PSI_CRITICAL))));
    }
    if (measured.reference().distinct() == 1 && measured.current().distinct() == 1) {
      sentences.add(words.say(Phrase.SENTENCE_CONSTANT));
    }
    if (measured.relativeError() > 0) {
      sentences.add(
          words.say(Phrase.SENTENCE_SKETCH, "error", figures.percent(measured.relativeError(), 1)));
    }
    if (row.rank() > 0) {
      sentences.add(words.say(Phrase.SENTENCE_RANK, "rank", figures.count(row.rank())));
    }
    if (!Double.isNaN(row.effect())) {
      sentences.add(words.say(Phrase.SENTENCE_EFFECT, "points", figures.signed(row.effect(), 1)));
    }
  }

  private void addNames(List<String> sentences, Phrase phrase, List<CategoryRows> categories) {
    if (categories.isEmpty()) {
      return;
    }
    String names =
        categories.stream()
            .limit(MOST_NAMES)
            .map(
                category -> category.category() + " (" + figures.percent(category.share(), 1) + ")")
            .collect(Collectors.joining(", "));
    if (categories.size() > MOST_NAMES) {
      String more = figures.count(categories.size() - MOST_NAMES);
      names += " " + words.say(Phrase.SENTENCE_AND_MORE, "count", more);
    }
    sentences.add(words.say(phrase, "names", names));
  }
}
