package io.clairscore.features.text;

/**
 * One text in both languages.
 *
 * @param french never blank
 * @param english never blank
 */
public record Text(String french, String english) {

  public Text {
    if (french.isBlank() || english.isBlank()) {
      throw new IllegalArgumentException(
          "A text exists in both languages, this one has fr \"" + french + "\", en \"" + english);
    }
  }

  public String in(Language language) {
    return language == Language.FRENCH ? french : english;
  }
}
