package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import io.clairscore.features.text.Text;

/**
 * Words people read, in both languages.
 *
 * @param fr in French
 * @param en in English
 */
public record WordsConf(String fr, String en) {

  void require(String setting) {
    requireWords(setting + ".fr", fr);
    requireWords(setting + ".en", en);
  }

  private static void requireWords(String setting, String words) {
    Require.present(setting, words);
    if (words.isBlank()) {
      throw new IllegalArgumentException("Setting " + setting + " must not be blank");
    }
  }

  public Text text() {
    return new Text(fr, en);
  }
}
