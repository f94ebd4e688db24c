package io.clairscore.pipelines.modelpages;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;
import io.clairscore.pipelines.documents.DocumentTexts;
import io.clairscore.pipelines.study.results.Wording;
import io.clairscore.scorer.pages.PageWords;
import java.util.List;
import java.util.function.Function;

/** Words of the pages ({@code pages.tsv}), and those of the documents and of a study. */
final class PageTexts {
  private static final TextTable TABLE = TextTable.read(PageTexts.class, "pages.tsv", 1);

  private PageTexts() {}

  /** A text, its slots filled by name and text in turn. */
  static PageWords say(String key, String... slots) {
    return in(language -> say(language, key, slots));
  }

  /** The same in one language. */
  static String say(Language language, String key, String... slots) {
    return Slots.fill(TABLE.text("text", key).in(language), slots);
  }

  /** Keys of all texts, in the order of the file. */
  static List<String> keys() {
    return TABLE.keys().stream().map(key -> key.get(0)).toList();
  }

  /** A text of the documents. */
  static PageWords ofDocuments(String key, String... slots) {
    return PageWords.of(DocumentTexts.words(key, slots));
  }

  /** What a study calls a candidate or a group. */
  static PageWords ofStudy(String name) {
    return in(language -> Wording.in(language).word(name));
  }

  /** What a hyper-parameter is called; its own name where there is no other. */
  static PageWords setting(String key) {
    return TABLE.has("setting." + key) ? say("setting." + key) : new PageWords(key, key);
  }

  /** A text made once in each language. */
  static PageWords in(Function<Language, String> text) {
    return new PageWords(text.apply(Language.FRENCH), text.apply(Language.ENGLISH));
  }

  /** A text in one language. */
  static String in(Language language, PageWords words) {
    return language == Language.FRENCH ? words.fr() : words.en();
  }
}
