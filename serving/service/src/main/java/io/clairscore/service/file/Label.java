package io.clairscore.service.file;

import io.clairscore.features.text.Text;

/** A text in both languages, as answers hold it. */
public record Label(String fr, String en) {
  public static Label of(Text text) {
    return new Label(text.french(), text.english());
  }
}
