package io.clairscore.drift.page;

import io.clairscore.drift.meaning.Figure;
import io.clairscore.drift.meaning.Separation;
import io.clairscore.drift.verdict.Action;
import io.clairscore.drift.verdict.IssueKind;
import io.clairscore.drift.verdict.Measure;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.Rule;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
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
                Action.values(),
                Measure.values(),
                Rule.values(),
                RowStatus.values(),
                RuleSet.values(),
                IssueKind.values(),
                Figure.values(),
                Separation.values())
            .flatMap(Arrays::stream)
            .map(Words::key)
            .collect(Collectors.toSet()));
  }

  Language language() {
    return language;
  }

  /** A phrase, its slots filled by name and text in turn. */
  String say(Phrase phrase, String... slots) {
    return phrases.say(phrase, slots);
  }

  /** The word of a term. */
  String term(Enum<?> term) {
    return terms.text(TEXT, key(term).toArray(String[]::new)).in(language);
  }

  /** Every phrase by name, slots unfilled, for the templates. */
  Map<String, String> all() {
    return phrases.all();
  }

  private static List<String> key(Enum<?> term) {
    return List.of(term.getDeclaringClass().getSimpleName(), term.name());
  }
}
