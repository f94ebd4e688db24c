package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.features.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Values of features in words of one language, in units a person uses and in round figures, as
 * {@link Narration} tells them. Immutable and thread-safe.
 */
public final class ValueWords {
  private final Language language;
  private final ValueText values;

  private ValueWords(Language language, Presentation presentation) {
    this.language = language;
    this.values =
        new ValueText(
            new Phrases<>(Spoken.class, "phrases.tsv", language),
            new Figures(language),
            presentation.amounts(language));
  }

  public static ValueWords in(Language language, Presentation presentation) {
    return new ValueWords(language, presentation);
  }

  /** A value; what it means where it is one of two. */
  public String value(Feature feature, double value) {
    Optional<List<Text>> two = FeatureTexts.core().yesAndNo(feature);
    if (two.isPresent() && (value == 0 || value == 1)) {
      return two.get().get(value == 1 ? 0 : 1).in(language);
    }
    return values.of(feature, value);
  }

  /** This value and every greater one; of a time that is counted backwards, every shorter one. */
  public String atLeast(Feature feature, double value) {
    return values.bound(feature, new Comparison(Comparison.Kind.AT_LEAST, value, false));
  }

  /** This value and every smaller one; of a time that is counted backwards, every longer one. */
  public String atMost(Feature feature, double value) {
    return values.bound(feature, new Comparison(Comparison.Kind.AT_MOST, value, false));
  }

  /** Whether a value is a moment before or after the application. */
  public boolean isMoment(Feature feature) {
    return ValueText.isMoment(feature);
  }

  /** Whether a value is a length of time that is counted backwards, the longer one smaller. */
  public boolean isBackwards(Feature feature, double value) {
    return feature.unit() == Unit.DAYS && value < 0 && !isMoment(feature);
  }
}
