package io.clairscore.scorer.pages;

import java.util.Objects;

/**
 * Clients from whom the figures of a page come.
 *
 * @param part which part they are
 * @param words who they are and by what they are judged
 * @param clients how many they are
 * @param defaults how many of them defaulted; null where nobody counted
 */
public record PageSample(PagePart part, PageWords words, long clients, Long defaults) {

  public PageSample {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(words, "words");
    if (clients < 0 || (defaults != null && (defaults < 0 || defaults > clients))) {
      throw new IllegalArgumentException(defaults + " of " + clients + " clients cannot default");
    }
  }
}
