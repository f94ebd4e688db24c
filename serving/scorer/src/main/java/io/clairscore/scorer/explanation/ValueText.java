package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Aggregate;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Phrases;
import java.util.Set;
import java.util.regex.Pattern;

/** A value of a feature in units a person uses, by the unit of the schema, in round figures. */
final class ValueText {
  /** Columns of days and months that count from the application: a value of one is a moment. */
  private static final Set<String> MOMENTS =
      Set.of(
          "DAYS_CREDIT",
          "DAYS_CREDIT_ENDDATE",
          "DAYS_DECISION",
          "DAYS_ENTRY_PAYMENT",
          "MONTHS_BALANCE",
          "MONTHS_BALANCE_MIN",
          "MONTHS_BALANCE_MAX");

  /** What happens so many times. */
  private static final Pattern TIMES = Pattern.compile("^AMT_REQ_|PROLONG$");

  /** Monthly payments count months: their mean is a length of time. */
  private static final String PAYMENTS = "CNT_PAYMENT";

  private final Phrases<Spoken> words;
  private final Figures figures;
  private final Amounts amounts;
  private final Durations durations;

  ValueText(Phrases<Spoken> words, Figures figures, Amounts amounts) {
    this.words = words;
    this.figures = figures;
    this.amounts = amounts;
    this.durations = new Durations(words, figures);
  }

  /** The value as it stands in a sentence. */
  String of(Feature feature, double value) {
    if (!isMoment(feature)) {
      return plain(feature, value);
    }
    if (Math.abs(value) < 0.5) {
      return words.say(Spoken.TODAY);
    }
    return words.say(value < 0 ? Spoken.AGO : Spoken.AHEAD, "duration", plain(feature, value));
  }

  /** The mean of many clients, of which counted things have some. */
  String mean(Feature feature, double value) {
    boolean counted = feature.unit() == Unit.COUNT && feature.aggregate().isEmpty();
    boolean times = TIMES.matcher(Topics.quantity(feature)).find();
    if (times && value >= 1) {
      return words.say(Spoken.ABOUT, "value", times(value));
    }
    return counted ? about(value) : of(feature, value);
  }

  /** What half of the accepted clients reach or do not exceed. */
  String bound(Feature feature, Comparison comparison) {
    double value = comparison.value();
    boolean least = comparison.kind() == Comparison.Kind.AT_LEAST;
    if (isMoment(feature)) {
      if (Math.abs(value) < 0.5) {
        return words.say(Spoken.TODAY);
      }
      boolean past = value < 0;
      Spoken moment =
          past == least
              ? past ? Spoken.AGO_AT_MOST : Spoken.AHEAD_AT_MOST
              : past ? Spoken.AGO_AT_LEAST : Spoken.AHEAD_AT_LEAST;
      return words.say(moment, "duration", plain(feature, value));
    }
    // A length of time may be counted backwards: less is more.
    boolean backwards = feature.unit() == Unit.DAYS && value < 0;
    return words.say(
        least != backwards ? Spoken.AT_LEAST : Spoken.AT_MOST, "value", plain(feature, value));
  }

  private String plain(Feature feature, double value) {
    return switch (feature.unit()) {
      case MONEY -> amounts.rounded(value);
      case DAYS -> durations.ofDays(value);
      case MONTHS -> durations.ofMonths(value);
      case YEARS -> durations.ofYears(value);
      case HOUR -> figures.hour(value);
      case SCORE -> words.say(Spoken.OUT_OF_HUNDRED, "count", figures.number(100 * value, 0));
      case RATIO -> share(value);
      case COUNT -> count(feature, value);
      case RANK, AREA, GRADE, IDENTIFIER, FLAG -> figures.number(value, 0);
    };
  }

  /** A share of something; a small one is not none, and a large one is not all. */
  private String share(double share) {
    if (share > 0 && share < 0.01) {
      return words.say(Spoken.LESS_THAN, "value", figures.percent(0.01, 0));
    }
    return share < 1 && share > 0.99
        ? words.say(Spoken.MORE_THAN, "value", figures.percent(0.99, 0))
        : figures.percent(share, 0);
  }

  /** Things are counted in whole numbers; a mean of counts is about one. */
  private String count(Feature feature, double value) {
    boolean mean = feature.aggregate().filter(Aggregate.MEAN::equals).isPresent();
    if (!mean) {
      return TIMES.matcher(Topics.quantity(feature)).find()
          ? times(value)
          : figures.number(value, 0);
    }
    if (Topics.quantity(feature).equals(PAYMENTS)) {
      return durations.ofMonths(value);
    }
    return about(value);
  }

  private String about(double value) {
    return value > 0 && value < 1
        ? words.say(Spoken.LESS_THAN, "value", figures.number(1, 0))
        : words.say(Spoken.ABOUT, "value", figures.number(value, 0));
  }

  /** How many times: once, twice, 3 times. */
  String times(double value) {
    long count = Math.round(value);
    return words.say(
        count == 1 ? Spoken.ONCE : count == 2 ? Spoken.TWICE : Spoken.TIMES,
        "count",
        figures.number(count, 0));
  }

  static boolean isMoment(Feature feature) {
    boolean time = feature.unit() == Unit.DAYS || feature.unit() == Unit.MONTHS;
    return time && MOMENTS.contains(Topics.quantity(feature));
  }
}
