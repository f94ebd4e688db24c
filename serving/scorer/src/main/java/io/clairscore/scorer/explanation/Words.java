package io.clairscore.scorer.explanation;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The texts of narrations in one language: sentences ({@code phrases.tsv}), what is said of a
 * feature or category ({@code sayings.tsv}) and of what is absent ({@code absences.tsv}).
 */
final class Words {
  private static final String TEXT = "text";

  private final TextTable sayings = read("sayings.tsv");
  private final TextTable absences = read("absences.tsv");
  private final Phrases<Phrase> phrases;
  private final Language language;

  /**
   * Reads the texts.
   *
   * @throws IllegalStateException if a sentence is missing, or there is one too many
   */
  Words(Language language) {
    this.language = language;
    phrases = new Phrases<>(Phrase.class, "phrases.tsv", language);
  }

  Language language() {
    return language;
  }

  /** A sentence, its slots filled by name and text in turn. */
  String say(Phrase phrase, String... slots) {
    return phrases.say(phrase, slots);
  }

  /** What is said of a subject, if something of its own is. */
  Optional<String> saying(String subject, String value) {
    return sayings.has(subject)
        ? Optional.of(Slots.fill(sayings.text(TEXT, subject).in(language), "value", value))
        : Optional.empty();
  }

  Optional<String> absence(String source) {
    return absences.has(source)
        ? Optional.of(absences.text(TEXT, source).in(language))
        : Optional.empty();
  }

  /** Everything something of its own is said of. */
  Set<String> subjects() {
    return keys(sayings);
  }

  /** Every source whose absence is told in words of its own. */
  Set<String> sources() {
    return keys(absences);
  }

  private static Set<String> keys(TextTable table) {
    return table.keys().stream().map(key -> key.get(0)).collect(Collectors.toSet());
  }

  private static TextTable read(String name) {
    return TextTable.read(Words.class, name, 1);
  }
}
