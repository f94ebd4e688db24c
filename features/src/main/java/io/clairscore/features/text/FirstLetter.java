package io.clairscore.features.text;

import java.util.Locale;

/** The first letter of a text that moves to or from the beginning of a sentence. */
public final class FirstLetter {
  private FirstLetter() {}

  public static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Without the capital of a first word; acronyms keep theirs. */
  public static String small(String text) {
    boolean acronym = text.length() > 1 && !Character.isLowerCase(text.charAt(1));
    boolean oneLetterWord = text.length() > 1 && !Character.isLetterOrDigit(text.charAt(1));
    return acronym && !oneLetterWord
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
