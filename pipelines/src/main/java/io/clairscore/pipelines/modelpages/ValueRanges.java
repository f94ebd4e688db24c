package io.clairscore.pipelines.modelpages;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
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
                : plain(language, from, upTo));
  }

  private String known(
      Language language, Feature feature, double from, double upTo, boolean first, boolean last) {
    ValueWords values = language == Language.FRENCH ? french : english;
    String low = values.value(feature, from);
    String high = values.value(feature, upTo);
    if (first && last) {
      return PageTexts.say(language, "values.any");
    }
    if (low.equals(high)) {
      return low;
    }
    if (first) {
      return values.atMost(feature, upTo);
    }
    return last ? values.atLeast(feature, from) : between(language, low, high);
  }

  private static String plain(Language language, double from, double upTo) {
    Figures figures = new Figures(language);
    return from == upTo
        ? figures.value(from)
        : between(language, figures.value(from), figures.value(upTo));
  }

  private static String between(Language language, String low, String high) {
    return PageTexts.say(language, "values.between", "low", low, "high", high);
  }
}
