package io.clairscore.drift.page;

import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.meaning.Separation;
import io.clairscore.drift.verdict.Action;
import io.clairscore.drift.verdict.DecisionShift;
import io.clairscore.drift.verdict.IssueKind;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.Status;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of the page in one language: phrases with slots, and the words of terms. */
final class Words {
  private static final String TEXT = "text";

  private final TextTable terms = TextTable.read(Words.class, "terms.tsv", 2);
  private final TextTable page = TextTable.read(Words.class, "page.tsv", 1);
  private final TextTable statistics = TextTable.read(Words.class, "statistics.tsv", 1);
  private final Language language;
  private final Phrases<Phrase> phrases;

  /**
   * Reads the texts.
   *
   * @throws IllegalStateException if one is missing, or there is one too many
   */
  Words(Language language) {
    this.language = language;
    phrases = new Phrases<>(Phrase.class, "phrases.tsv", language);
    terms.demandExactly(
        Stream.<Enum<?>[]>of(
                Severity.values(),
                DecisionShift.values(),
                Status.values(),
                Action.values(),
                TestChoice.values(),
                RowStatus.values(),
                RuleSet.values(),
                IssueKind.values(),
                OutcomeFigure.values(),
                Separation.values())
            .flatMap(Arrays::stream)
            .map(Words::key)
            .collect(Collectors.toSet()));
    statistics.demandExactly(
        Arrays.stream(Statistic.values())
            .map(statistic -> List.of(statistic.name()))
            .collect(Collectors.toSet()));
  }

  Language language() {
    return language;
  }

  /** A phrase, its slots filled by name and text in turn. */
  String say(Phrase phrase, String... slots) {
    return phrases.say(phrase, slots);
  }

  /** A text of the templates or a phrase, its slots filled. */
  String say(String name, String... slots) {
    return page.has(name)
        ? Slots.fill(page.text(TEXT, name).in(language), slots)
        : say(Phrase.valueOf(name), slots);
  }

  /** The word of a term. */
  String term(Enum<?> term) {
    return terms.text(TEXT, key(term).toArray(String[]::new)).in(language);
  }

  /** What a statistic is called where it decides. */
  String word(Statistic statistic) {
    return statistics.text("word", statistic.name()).in(language);
  }

  /** What its figure is called. */
  String label(Statistic statistic) {
    return statistics.text("label", statistic.name()).in(language);
  }

  /** What it is and where its limits lie, empty if the page does not explain it. */
  String method(Statistic statistic, String... limits) {
    String method = statistics.text("method", statistic.name()).in(language);
    return method.equals(Figures.NONE) ? "" : Slots.fill(method, limits);
  }

  /** Every text of the templates and every phrase by name, slots unfilled. */
  Map<String, String> all() {
    Map<String, String> all = phrases.all();
    page.keys().forEach(key -> all.put(key.get(0), page.text(TEXT, key.get(0)).in(language)));
    return all;
  }

  private static List<String> key(Enum<?> term) {
    return List.of(term.getDeclaringClass().getSimpleName(), term.name());
  }
}
