package io.clairscore.features.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the slots of a pattern, {@code {name}}. What fills a slot is not searched for slots. */
public final class Slots {
  private static final Pattern SLOT = Pattern.compile("\\{([^{}]+)}");

  private Slots() {}

  /**
   * The pattern with its slots filled by name and text in turn; more texts than slots are fine.
   *
   * @throws IllegalStateException if a slot has no text
   */
  public static String fill(String pattern, String... namesAndTexts) {
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      texts.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return fill(pattern, texts::get);
  }

  /**
   * The pattern with its slots filled.
   *
   * @param texts the text of each slot by what stands between its braces, or null
   * @throws IllegalStateException if a slot has no text
   */
  public static String fill(String pattern, UnaryOperator<String> texts) {
    return SLOT.matcher(pattern)
        .replaceAll(
            slot -> {
              String text = texts.apply(slot.group(1));
              if (text == null) {
                throw new IllegalStateException(
                    "Nothing fills " + slot.group() + " of \"" + pattern + "\". Correct the text.");
              }
              return Matcher.quoteReplacement(text);
            });
  }
}
