package io.clairscore.scorer.explanation;

import io.clairscore.features.schema.Language;
import io.clairscore.features.schema.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The texts of narrations in one language: sentences ({@code phrases.tsv}), what is said of a
 * feature or category ({@code sayings.tsv}) and of what is absent ({@code absences.tsv}).
 */
final class Words {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final String TEXT = "text";

  private final TextTable phrases = read("phrases.tsv");
  private final TextTable sayings = read("sayings.tsv");
  private final TextTable absences = read("absences.tsv");
  private final Language language;

  /**
   * Reads the texts.
   *
   * @throws IllegalStateException if a sentence is missing, or there is one too many
   */
  Words(Language language) {
    this.language = language;
    phrases.demandExactly(
        Arrays.stream(Phrase.values())
            .map(phrase -> List.of(phrase.name()))
            .collect(Collectors.toSet()));
  }

  Language language() {
    return language;
  }

  /** A sentence, its slots filled by name and text in turn. */
  String say(Phrase phrase, String... slots) {
    return fill(phrases.text(TEXT, phrase.name()).in(language), slots);
  }

  /** What is said of a subject, if something of its own is. */
  Optional<String> saying(String subject, String value) {
    return sayings.has(subject)
        ? Optional.of(fill(sayings.text(TEXT, subject).in(language), "value", value))
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

  private static String fill(String pattern, String... slots) {
    Map<String, String> texts =
        IntStream.range(0, slots.length / 2)
            .boxed()
            .collect(Collectors.toMap(i -> slots[2 * i], i -> slots[2 * i + 1]));
    return SLOT.matcher(pattern)
        .replaceAll(
            slot -> {
              String text = texts.get(slot.group(1));
              if (text == null) {
                throw new IllegalStateException(
                    "Nothing fills "
                        + slot.group()
                        + " of \""
                        + pattern
                        + "\". Correct the table.");
              }
              return Matcher.quoteReplacement(text);
            });
  }

  private static TextTable read(String name) {
    return TextTable.read(Words.class, name, 1);
  }
}
