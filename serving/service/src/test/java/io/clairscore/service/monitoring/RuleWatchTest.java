package io.clairscore.service.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.text.Language;
import io.clairscore.service.monitoring.Rule.Direction;
import io.clairscore.service.monitoring.Rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an alert opens and closes. */
class RuleWatchTest {
  private static final double UNKNOWN = Double.NaN;
  private static final Rule ABOVE =
      new Rule("errors", "error-rate", Direction.ABOVE, 0.10, 0.05, 2, Severity.CRITICAL);

  /** Looks once a minute, and tells in which minutes the alert was open. */
  private static List<Integer> open(Rule rule, double... values) {
    RuleWatch watch = new RuleWatch(rule, false);
    List<Integer> open = new ArrayList<>();
    for (int minute = 0; minute < values.length; minute++) {
      if (watch.isDue(minute * Grain.MINUTE.millis(), values[minute])) {
        watch.changed();
      }
      if (watch.isOpen()) {
        open.add(minute);
      }
    }
    return open;
  }

  @Test
  void itOpensAfterItsMinutesAndClosesAfterAsManyOnTheGoodSide() {
    assertThat(open(ABOVE, 0.2, 0.2, 0.2, 0.2, 0.01, 0.01, 0.01, 0.01)).containsExactly(2, 3, 4, 5);
  }

  @Test
  void aPeakAloneOpensNothing() {
    assertThat(open(ABOVE, 0.2, 0.2, 0.01, 0.2, 0.2, 0.01)).isEmpty();
  }

  @Test
  void whatWaversAboutTheThresholdIsOneAlert() {
    assertThat(open(ABOVE, 0.2, 0.2, 0.2, 0.09, 0.11, 0.06, 0.12, 0.09))
        .containsExactly(2, 3, 4, 5, 6, 7);
  }

  @Test
  void onTheThresholdNothingIsWrong() {
    assertThat(open(ABOVE, 0.1, 0.1, 0.1, 0.1)).isEmpty();
  }

  @Test
  void whatIsNotKnownNeitherOpensNorCloses() {
    assertThat(open(ABOVE, UNKNOWN, UNKNOWN, UNKNOWN)).isEmpty();
    assertThat(open(ABOVE, 0.2, 0.2, UNKNOWN, 0.2, 0.2, 0.2)).containsExactly(5);
    assertThat(open(ABOVE, 0.2, 0.2, 0.2, UNKNOWN, UNKNOWN, UNKNOWN)).containsExactly(2, 3, 4, 5);
  }

  @Test
  void aRuleMayWatchWhatFalls() {
    Rule below = new Rule("disk", "disk-free", Direction.BELOW, 100, 150, 0, Severity.CRITICAL);
    assertThat(open(below, 200, 99, 120, 149, 151, 120)).containsExactly(1, 2, 3);
  }

  @Test
  void aRuleThatCannotWorkIsRefused() {
    assertThatThrownBy(
            () -> new Rule("x", "error-rate", Direction.ABOVE, 0.1, 0.2, 0, Severity.WARNING))
        .hasMessageContaining("monitoring.rules.clear");
    assertThatThrownBy(
            () -> new Rule("x", "happiness", Direction.ABOVE, 0.1, 0.1, 0, Severity.WARNING))
        .hasMessageContaining("monitoring.rules.metric")
        .hasMessageContaining("error-rate");
    assertThatThrownBy(() -> new Rule("X y", "cpu", Direction.ABOVE, 0.1, 0.1, 0, Severity.WARNING))
        .hasMessageContaining("monitoring.rules.name");
  }

  @Test
  void everyMeasureHasItsWordsInBothLanguages() {
    assertThat(Metric.values())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            metric -> {
              assertThat(metric.label(Language.FRENCH))
                  .isNotEqualTo(metric.remedy(Language.FRENCH));
              assertThat(metric.label(Language.ENGLISH)).isNotBlank();
              assertThat(Metric.of(metric.key())).hasValue(metric);
            });
  }
}
