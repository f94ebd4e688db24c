package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Aggregate;
import io.clairscore.features.catalogue.Category;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Measure;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Phrases;
import io.clairscore.features.text.Text;
import java.util.Set;

/** A value of a feature in units a person uses, by the unit of the schema. */
final class ValueText {
  /** Columns of days and months that are negative before the application, and name a moment. */
  private static final Set<String> MOMENTS =
      Set.of("DAYS_CREDIT_ENDDATE", "DAYS_LAST_PHONE_CHANGE");

  /** Columns of days and months that count from the application, and never are a mere length. */
  private static final Set<String> DATES =
      Set.of(
          "DAYS_CREDIT",
          "DAYS_CREDIT_UPDATE",
          "DAYS_DECISION",
          "DAYS_ENTRY_PAYMENT",
          "MONTHS_BALANCE",
          "MONTHS_BALANCE_MIN",
          "MONTHS_BALANCE_MAX");

  private static final String BUILDING = "application.BUILDING";

  private final Phrases<Spoken> words;
  private final Figures figures;
  private final Durations durations;
  private final Topics topics = new Topics();

  ValueText(Phrases<Spoken> words, Figures figures) {
    this.words = words;
    this.figures = figures;
    this.durations = new Durations(words, figures);
  }

  /** The value; for a category, its label. */
  String of(Feature feature, double value) {
    if (feature.measure() instanceof Measure.Indicator indicator) {
      Category category = indicator.value();
      Text label = Texts.all().label(category.column(), category.value());
      return FirstLetter.small(label.in(words.language()));
    }
    if (feature.squared()) {
      return words.say(Spoken.SPREAD, "value", plain(feature, Math.sqrt(Math.max(0, value))));
    }
    return isMoment(feature) ? moment(feature, value) : plain(feature, value);
  }

  private String plain(Feature feature, double value) {
    return switch (feature.unit()) {
      case MONEY -> figures.amount(value);
      case DAYS -> durations.ofDays(value);
      case MONTHS -> durations.ofMonths(value);
      case YEARS -> durations.ofYears(value);
      case HOUR -> figures.hour(value);
      case COUNT, RANK, AREA, GRADE, IDENTIFIER -> figures.number(value, 1);
      case SCORE -> figures.fixed(value, 2);
      case RATIO ->
          topics.source(feature).equals(BUILDING)
              ? words.say(Spoken.INDEX, "value", figures.fixed(value, 2))
              : figures.percent(value);
      case FLAG -> flag(feature, value);
    };
  }

  private String moment(Feature feature, double value) {
    return feature.unit() == Unit.DAYS
        ? durations.momentOfDays(value)
        : durations.momentOfMonths(value);
  }

  /** The oldest and the newest are moments; a mean or a sum of them is an age. */
  private static boolean isMoment(Feature feature) {
    String name = feature.quantity().map(quantity -> quantity.name()).orElse("");
    boolean time = feature.unit() == Unit.DAYS || feature.unit() == Unit.MONTHS;
    boolean extreme =
        feature.aggregate().filter(a -> a == Aggregate.MIN || a == Aggregate.MAX).isPresent();
    return time
        && !feature.squared()
        && (MOMENTS.contains(name) || extreme && DATES.contains(name));
  }

  private String flag(Feature feature, double value) {
    return FeatureTexts.core()
        .yesAndNo(feature)
        .map(texts -> texts.get(value == 1 ? 0 : 1).in(words.language()))
        .map(FirstLetter::small)
        .orElseThrow();
  }
}
