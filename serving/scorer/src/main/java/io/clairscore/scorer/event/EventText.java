package io.clairscore.scorer.event;

import java.util.Objects;

/** Texts as every store keeps them. */
public final class EventText {
  private static final char UNKNOWN = '\uFFFD';

  private EventText() {}

  /**
   * The text, with the replacement character for what no store keeps as it is: U+0000, and half of
   * a pair of surrogates.
   */
  public static String clean(String text, String name) {
    Objects.requireNonNull(text, name);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    ? UNKNOWN
                    : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
