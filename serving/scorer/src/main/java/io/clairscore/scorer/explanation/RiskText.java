package io.clairscore.scorer.explanation;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Phrases;
import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.RiskRange;
import java.util.List;

/**
 * The risk in natural frequencies, all out of the same number of clients: the client's own figure
 * first, then the level, whose range holds that figure, then what was observed of the level. Where
 * this lies outside the range, the sentence says so.
 */
final class RiskText {
  /** Below so many clients a rate says little, and may point at persons. */
  private static final int FEWEST_FOR_A_RATE = 30;

  /** Levels that begin below this are told out of a thousand. */
  private static final double RARE = 0.02;

  private final Phrases<Spoken> words;
  private final Figures figures;

  RiskText(Phrases<Spoken> words, Figures figures) {
    this.words = words;
    this.figures = figures;
  }

  List<String> of(Explanation explanation) {
    RiskRange range = explanation.range();
    int scale = range.low() < RARE ? 1000 : 100;
    return List.of(
        frequency(explanation.score().probability(), scale),
        level(explanation, range, scale),
        observed(explanation.outcome(), range, scale));
  }

  private String frequency(double probability, int scale) {
    long count = Math.round(scale * probability);
    Spoken frequency =
        count == 0 ? Spoken.FREQUENCY_RARE : count == 1 ? Spoken.FREQUENCY_ONE : Spoken.FREQUENCY;
    return words.say(frequency, "scale", count(scale), "count", count(count));
  }

  private String level(Explanation explanation, RiskRange range, int scale) {
    Spoken level =
        range.low() == 0
            ? Spoken.LEVEL_LOWEST
            : range.high() == 1 ? Spoken.LEVEL_HIGHEST : Spoken.LEVEL;
    return words.say(
        level,
        "level",
        explanation.score().level().word(words.language()),
        "low",
        count(low(range, scale)),
        "high",
        count(high(range, scale)),
        "scale",
        count(scale));
  }

  /** Rounded outwards, so that every probability of the level lies between what is told. */
  private static long low(RiskRange range, int scale) {
    return (long) Math.floor(scale * range.low());
  }

  private static long high(RiskRange range, int scale) {
    return (long) Math.ceil(scale * range.high());
  }

  private String observed(LevelOutcome outcome, RiskRange range, int scale) {
    if (outcome.clients() < FEWEST_FOR_A_RATE) {
      return words.say(Spoken.OBSERVED_TOO_FEW);
    }
    long count = Math.round(scale * outcome.rate());
    Spoken observed =
        count > high(range, scale)
            ? Spoken.OBSERVED_MORE
            : count < low(range, scale) ? Spoken.OBSERVED_FEWER : Spoken.OBSERVED;
    return words.say(
        observed,
        "clients",
        count(outcome.clients()),
        "count",
        count(count),
        "scale",
        count(scale));
  }

  private String count(long number) {
    return figures.number(number, 0);
  }
}
