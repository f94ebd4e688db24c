package io.clairscore.drift.page;

import io.clairscore.features.text.Language;
import java.util.Map;

/**
 * Files beside the page of a report, by names relative to it; empty where there is none.
 *
 * @param date of the report, as files are called
 * @param history page of the history in the same language
 * @param pages the same report in the languages there are
 */
public record Beside(String date, String history, Map<Language, String> pages) {
  /** A page on its own. */
  public static final Beside NOTHING = new Beside("", "", Map.of());

  public Beside {
    pages = Map.copyOf(pages);
  }
}
