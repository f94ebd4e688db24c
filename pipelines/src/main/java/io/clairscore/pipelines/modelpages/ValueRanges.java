package io.clairscore.pipelines.modelpages;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.explanation.ValueWords;
import io.clairscore.scorer.pages.PageWords;
import java.util.Optional;

/**
 * Intervals of a feature's values in words, as an advisor would say them.
 *
 * @param french words of values
 * @param english the same
 */
record ValueRanges(ValueWords french, ValueWords english) {

  static ValueRanges of(Presentation presentation) {
    return new ValueRanges(
        ValueWords.in(Language.FRENCH, presentation),
        ValueWords.in(Language.ENGLISH, presentation));
  }

  /**
   * An interval in words.
   *
   * @param from least value, null where it is unknown
   * @param upTo greatest value, null where it is unknown
   * @param first whether there is no smaller value
   * @param last whether there is no greater value
   */
  PageWords words(String feature, Double from, Double upTo, boolean first, boolean last) {
    if (from == null) {
      return PageTexts.say("values.unknown");
    }
    Optional<Feature> known = Catalogue.core().feature(feature);
    return PageTexts.in(
        language ->
            known.isPresent()
                ? known(language, known.get(), from, upTo, first, last)
                : plain(language, from, upTo, first, last));
  }

  private String known(
      Language language, Feature feature, double from, double upTo, boolean first, boolean last) {
    ValueWords values = language == Language.FRENCH ? french : english;
    if (first && last) {
      return PageTexts.say(language, "values.any");
    }
    if (FeatureTexts.core().yesAndNo(feature).isPresent() && (first || last)) {
      return values.value(feature, last ? 1 : 0);
    }
    boolean bounded = Double.isFinite(from) && Double.isFinite(upTo);
    if (bounded && values.value(feature, from).equals(values.value(feature, upTo))) {
      return values.value(feature, from);
    }
    if (first) {
      return values.atMost(feature, upTo);
    }
    return last ? values.atLeast(feature, from) : within(language, feature, from, upTo);
  }

  private String within(Language language, Feature feature, double from, double upTo) {
    ValueWords values = language == Language.FRENCH ? french : english;
    boolean backwards = values.isBackwards(feature, from);
    return PageTexts.say(
        language,
        values.isMoment(feature) ? "values.moments" : "values.between",
        "low",
        values.value(feature, backwards ? upTo : from),
        "high",
        values.value(feature, backwards ? from : upTo));
  }

  /** Of a feature the catalogue does not know. */
  private static String plain(
      Language language, double from, double upTo, boolean first, boolean last) {
    Figures figures = new Figures(language);
    if (first && last) {
      return PageTexts.say(language, "values.any");
    }
    if (from == upTo) {
      return figures.value(from);
    }
    if (first) {
      return "≤ " + figures.value(upTo);
    }
    return last
        ? "≥ " + figures.value(from)
        : PageTexts.say(
            language, "values.between", "low", figures.value(from), "high", figures.value(upTo));
  }
}
