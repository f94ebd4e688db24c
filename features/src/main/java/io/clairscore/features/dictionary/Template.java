package io.clairscore.features.dictionary;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the slots of a pattern: {@code {rows}} stands for a text, {@code {noun+moyen}} for a noun
 * with an adjective at the place the noun leaves for it ({@code nombre {} de retraits} gives {@code
 * nombre moyen de retraits}).
 */
final class Template {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)(?:\\+([^}]+))?}");
  private static final String ADJECTIVE = " {}";

  private Template() {}

  /**
   * The pattern with its slots filled and a capital first.
   *
   * @throws IllegalStateException if a slot has no text
   */
  static String fill(String pattern, Map<String, String> slots) {
    return capitalised(SLOT.matcher(pattern).replaceAll(slot -> text(pattern, slots, slot)));
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

  private static String text(String pattern, Map<String, String> slots, MatchResult slot) {
    String text = slots.get(slot.group(1));
    if (text == null) {
      throw new IllegalStateException(
          "The pattern \""
              + pattern
              + "\" has a slot "
              + slot.group()
              + " but only these can be filled: "
              + slots.keySet()
              + ". Correct the table of texts.");
    }
    String adjective = slot.group(2) == null ? "" : " " + slot.group(2);
    return Matcher.quoteReplacement(text.replace(ADJECTIVE, adjective));
  }
}
