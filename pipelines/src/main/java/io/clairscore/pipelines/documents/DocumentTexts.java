package io.clairscore.pipelines.documents;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;
import java.util.HashMap;
import java.util.Map;

/** Sentences and labels of the documents in one language ({@code texts.tsv}). */
final class DocumentTexts {
  private static final TextTable TABLE = TextTable.read(DocumentTexts.class, "texts.tsv", 1);
  private static final TextTable STUDY = TextTable.read(DocumentTexts.class, "study.tsv", 1);

  private final Language language;

  DocumentTexts(Language language) {
    this.language = language;
  }

  Language language() {
    return language;
  }

  boolean french() {
    return language == Language.FRENCH;
  }

  /** A text, its slots filled by name and text in turn. */
  String say(String key, String... slots) {
    Map<String, String> filled = new HashMap<>();
    for (int i = 0; i < slots.length; i += 2) {
      filled.put(slots[i], slots[i + 1]);
    }
    return Template.fill(pattern(key), filled);
  }

  /** A text whose slots are still open. */
  String pattern(String key) {
    return TABLE.text("text", key).in(language);
  }

  /** What a study calls something, in this language; its own word where there is no other. */
  String ofStudy(String word) {
    return STUDY.has(word) ? STUDY.text("text", word).in(language) : word;
  }
}
