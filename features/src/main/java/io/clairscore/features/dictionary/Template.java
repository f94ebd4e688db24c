package io.clairscore.features.dictionary;

import io.clairscore.features.text.Slots;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the slots of a pattern: {@code {rows}} stands for a text, {@code {noun+moyen}} for a noun
 * with an adjective at the place the noun leaves for it ({@code nombre {} de retraits} gives {@code
 * nombre moyen de retraits}).
 */
final class Template {
  private static final String ADJECTIVE = " {}";

  private Template() {}

  /**
   * The pattern with its slots filled and a capital first.
   *
   * @throws IllegalStateException if a slot has no text
   */
  static String fill(String pattern, Map<String, String> slots) {
    return capitalised(Slots.fill(pattern, slot -> text(slots, slot)));
  }

  /** Without the capital of a first word; acronyms keep theirs. */
  static String decapitalised(String text) {
    boolean acronym = text.length() > 1 && !Character.isLowerCase(text.charAt(1));
    boolean oneLetterWord = text.length() > 1 && !Character.isLetterOrDigit(text.charAt(1));
    return acronym && !oneLetterWord
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String text(Map<String, String> slots, String slot) {
    String[] parts = slot.split("\\+", 2);
    String text = slots.get(parts[0]);
    return text == null ? null : text.replace(ADJECTIVE, parts.length == 1 ? "" : " " + parts[1]);
  }
}
