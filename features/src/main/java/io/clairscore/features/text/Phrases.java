package io.clairscore.features.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sentences of an enumeration in one language, with slots in braces. They stand in a table
 * beside the enumeration, one row each, columns {@code text.fr} and {@code text.en}.
 *
 * @param <P> names of the sentences
 */
public final class Phrases<P extends Enum<P>> {
  private static final String TEXT = "text";

  private final TextTable table;
  private final List<P> names;
  private final Language language;

  /**
   * Reads the sentences.
   *
   * @throws IllegalStateException if one is missing, or there is one too many
   */
  public Phrases(Class<P> names, String resource, Language language) {
    this.table = TextTable.read(names, resource, 1);
    this.names = Arrays.asList(names.getEnumConstants());
    this.language = language;
    table.demandExactly(
        this.names.stream().map(name -> List.of(name.name())).collect(Collectors.toSet()));
  }

  public Language language() {
    return language;
  }

  /** A sentence, its slots filled by name and text in turn. */
  public String say(P name, String... slots) {
    return Slots.fill(pattern(name), slots);
  }

  /** Every sentence by name, slots unfilled, for templates. */
  public Map<String, String> all() {
    return names.stream()
        .collect(Collectors.toMap(P::name, this::pattern, (a, b) -> a, TreeMap::new));
  }

  private String pattern(P name) {
    return table.text(TEXT, name.name()).in(language);
  }
}
