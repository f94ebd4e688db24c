package io.clairscore.service.population.selection;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.Level;

/** The words for the columns of {@link ScoreColumn}. */
final class ScoreTexts {
  private static final TextTable COLUMNS = TextTable.read(ScoreTexts.class, "columns.tsv", 1);
  private static final TextTable VALUES = TextTable.read(ScoreTexts.class, "values.tsv", 2);

  private ScoreTexts() {}

  static Text column(String key) {
    return COLUMNS.text("label", key);
  }

  /** A level has its words in the scorer. */
  static Text value(String key, String value) {
    if (key.equals("level")) {
      Level level = Level.valueOf(value);
      return new Text(level.word(Language.FRENCH), level.word(Language.ENGLISH));
    }
    return VALUES.text("label", key, value);
  }
}
