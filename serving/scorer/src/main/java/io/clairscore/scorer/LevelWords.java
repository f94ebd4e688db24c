package io.clairscore.scorer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The words of the levels, from the table {@code levels.tsv} (columns level, fr, en). */
final class LevelWords {
  private final Map<Level, String> french = new EnumMap<>(Level.class);
  private final Map<Level, String> english = new EnumMap<>(Level.class);

  private LevelWords() {}

  static LevelWords read() {
    LevelWords words = new LevelWords();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                LevelWords.class.getResourceAsStream("levels.tsv"), StandardCharsets.UTF_8))) {
      lines.lines().skip(1).forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private void add(String line) {
    String[] cells = line.split("\t");
    french.put(Level.valueOf(cells[0]), cells[1]);
    english.put(Level.valueOf(cells[0]), cells[2]);
  }

  String word(Level level, Locale locale) {
    boolean inFrench = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    return (inFrench ? french : english).get(level);
  }
}
