package io.clairscore.features.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A language every text of the product exists in. */
public enum Language {
  FRENCH("fr"),
  ENGLISH("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Two-letter code of ISO 639-1. */
  public String code() {
    return code;
  }

  /**
   * The language of a two-letter code.
   *
   * @throws IllegalArgumentException if the product does not speak it
   */
  public static Language of(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equalsIgnoreCase(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No texts in language \""
                        + code
                        + "\": texts exist in "
                        + Arrays.stream(values())
                            .map(Language::code)
                            .collect(Collectors.joining(", "))
                        + " only. Ask for one of these."));
  }
}
