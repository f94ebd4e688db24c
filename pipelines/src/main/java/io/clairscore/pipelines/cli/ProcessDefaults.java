package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.TimeZone;

/** What a process takes from its environment without being asked: results are the same anywhere. */
final class ProcessDefaults {
  /** What Java makes of bytes that its encoding of names does not know. */
  private static final char LOST = '\uFFFD';

  private ProcessDefaults() {}

  /**
   * Sets language and time zone for whatever asks for the default ones: Delta numbers its files in
   * the digits of the language, and a day of java.sql begins at midnight of the zone, if it does.
   */
  static void settle() {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
  }

  /**
   * Refuses names of files that Java could not read: it would use, and create, others.
   *
   * @param encoding in which Java reads the names, which it takes from the locale
   * @param texts where the process runs, and what it was asked to do
   */
  static void requireReadable(String encoding, Collection<String> texts) {
    if (encoding == null || Charset.forName(encoding).equals(StandardCharsets.UTF_8)) {
      return;
    }
    for (String text : texts) {
      if (text.indexOf(LOST) >= 0 || text.contains("??")) {
        throw Refusal.usage(
            "Names of files cannot be read as they are written: " + text + ".",
            "The encoding of this locale, " + encoding + ", has not all of their letters.",
            "Set LC_ALL=C.UTF-8, or another locale with UTF-8.");
      }
    }
  }
}
