package io.clairscore.pipelines.documents;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.study.results.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sentences, labels ({@code texts.tsv}) and figures of the documents in one language. Figures of
 * one kind always have the same decimals.
 */
public final class DocumentTexts {
  private static final TextTable TABLE = TextTable.read(DocumentTexts.class, "texts.tsv", 1);

  private final Language language;
  private final Figures figures;
  private final Wording ofStudy;

  DocumentTexts(Language language) {
    this.language = language;
    this.figures = new Figures(language);
    this.ofStudy = Wording.in(language);
  }

  /** A text of the documents in both languages, its slots filled by name and text in turn. */
  public static Text words(String key, String... slots) {
    Text pattern = TABLE.text("text", key);
    return new Text(Slots.fill(pattern.french(), slots), Slots.fill(pattern.english(), slots));
  }

  Language language() {
    return language;
  }

  boolean french() {
    return language == Language.FRENCH;
  }

  /** A text, its slots filled by name and text in turn. */
  String say(String key, String... slots) {
    return Slots.fill(pattern(key), slots);
  }

  /** A text whose slots are still open. */
  String pattern(String key) {
    return TABLE.text("text", key).in(language);
  }

  /** Every text by its key; slots that are no facts stay open. */
  Map<String, String> all(Map<String, String> facts) {
    Map<String, String> all = new TreeMap<>();
    for (List<String> key : TABLE.keys()) {
      all.put(
          key.get(0),
          Slots.fill(pattern(key.get(0)), slot -> facts.getOrDefault(slot, "{" + slot + "}")));
    }
    return all;
  }

  /** Label of a group, or what features outside the catalogue are called. */
  String group(Optional<BusinessGroup> group) {
    return group
        .map(known -> FeatureTexts.core().label(known).in(language))
        .orElseGet(() -> say("group.other"));
  }

  /** The words of a study. */
  Wording ofStudy() {
    return ofStudy;
  }

  String count(double value) {
    return figures.count(value);
  }

  /** A cost, an AUC or another figure whose fourth decimal is still read. */
  String rate(double value) {
    return figures.fixed(rounded(value, 4), 4);
  }

  /** As programs round, half up by the decimals that are shown: files, pages and note agree. */
  private static double rounded(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue()
        : value;
  }

  /** Points and the like. */
  String points(double value) {
    return figures.fixed(rounded(value, 1), 1);
  }

  String percent(double share) {
    return figures.percent(rounded(100 * share, 1) / 100, 1);
  }

  /** A setting or a value beside an axis, with the decimals it has. */
  String setting(double value) {
    return figures.number(value, 6);
  }

  /** A share with its interval; empty where it was not measured. */
  String share(Estimate share) {
    return share == null
        ? ""
        : interval(percent(share.value()), percent(share.low()), percent(share.high()));
  }

  /** A rate with its interval. */
  String rates(Estimate rate) {
    return interval(rate(rate.value()), rate(rate.low()), rate(rate.high()));
  }

  /** A difference with its sign and its interval; empty where it was not measured. */
  String difference(Estimate difference) {
    return difference == null
        ? ""
        : interval(
            figures.signed(difference.value(), 4),
            figures.signed(difference.low(), 4),
            figures.signed(difference.high(), 4));
  }

  private String interval(String value, String low, String high) {
    // A French comma is the decimal mark.
    return value + " [" + low + (french() ? "\u00a0; " : ", ") + high + "]";
  }

  /** A share beside an axis. */
  String percentTick(double share) {
    return figures.number(100 * share, 4) + figures.percentSign();
  }
}
