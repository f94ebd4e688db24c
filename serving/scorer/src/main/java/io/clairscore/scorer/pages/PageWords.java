package io.clairscore.scorer.pages;

import io.clairscore.features.text.Text;

/** One text of a page in both languages; an object of {@code fr} and {@code en}. */
public record PageWords(String fr, String en) {

  public PageWords {
    if (fr == null || en == null || fr.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("A text of a page exists in both languages");
    }
  }

  /** The words of a text. */
  public static PageWords of(Text text) {
    return new PageWords(text.french(), text.english());
  }
}
