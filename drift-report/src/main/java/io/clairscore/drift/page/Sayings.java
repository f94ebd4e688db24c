package io.clairscore.drift.page;

import io.clairscore.features.schema.Language;
import io.clairscore.features.schema.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The phrases of an enumeration in one language, with slots in braces.
 *
 * @param <P> names of the phrases
 */
final class Sayings<P extends Enum<P>> {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final String TEXT = "text";

  private final TextTable table;
  private final List<P> phrases;
  private final Language language;

  /**
   * Reads the texts beside this class.
   *
   * @throws IllegalStateException if one is missing, or there is one too many
   */
  Sayings(Class<P> phrases, String resource, Language language) {
    this.table = TextTable.read(Sayings.class, resource, 1);
    this.phrases = Arrays.asList(phrases.getEnumConstants());
    this.language = language;
    table.demandExactly(
        this.phrases.stream().map(phrase -> List.of(phrase.name())).collect(Collectors.toSet()));
  }

  /** A phrase, its slots filled by name and text in turn. */
  String say(P phrase, String... slots) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < slots.length; i += 2) {
      texts.put(slots[i], slots[i + 1]);
    }
    return SLOT.matcher(pattern(phrase))
        .replaceAll(
            slot -> {
              String text = texts.get(slot.group(1));
              if (text == null) {
                throw new IllegalStateException("Nothing fills " + slot.group() + " of " + phrase);
              }
              return Matcher.quoteReplacement(text);
            });
  }

  /** Every phrase by name, slots unfilled, for the templates. */
  Map<String, String> all() {
    return phrases.stream()
        .collect(Collectors.toMap(P::name, this::pattern, (a, b) -> a, TreeMap::new));
  }

  private String pattern(P phrase) {
    return table.text(TEXT, phrase.name()).in(language);
  }
}
