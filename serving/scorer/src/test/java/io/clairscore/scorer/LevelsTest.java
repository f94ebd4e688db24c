package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LevelsTest {
  private static final Levels LEVELS = Levels.around(-2, 0.5);

  @ParameterizedTest
  @CsvSource({
    "9, VERY_HIGH_RISK",
    "-1, VERY_HIGH_RISK",
    "-1.01, HIGH_RISK",
    "-1.5, HIGH_RISK",
    "-1.51, SLIGHTLY_HIGH_RISK",
    "-2, SLIGHTLY_HIGH_RISK",
    "-2.01, MEDIUM_RISK",
    "-2.5, MEDIUM_RISK",
    "-2.51, SLIGHTLY_LOW_RISK",
    "-3, SLIGHTLY_LOW_RISK",
    "-3.01, LOW_RISK",
    "-3.5, LOW_RISK",
    "-3.51, VERY_LOW_RISK",
    "-9, VERY_LOW_RISK"
  })
  void aMarginLiesInTheLevelThatBeginsAtOrBelowIt(double margin, Level level) {
    assertThat(LEVELS.of(margin)).isEqualTo(level);
  }

  @Test
  void theThresholdPartsTheThreeRefusedLevelsFromTheFourAccepted() {
    Threshold threshold = new Threshold(-2, 0.12, 10, 1, 0.2);

    for (double margin = -5; margin < 1; margin += 0.01) {
      boolean refused = LEVELS.of(margin).compareTo(Level.MEDIUM_RISK) < 0;
      assertThat(threshold.decide(margin) == Decision.REFUSED)
          .as("at " + margin)
          .isEqualTo(refused);
    }
  }

  @Test
  void areAPlainArrayInJson() throws Exception {
    String json = Bundle.MAPPER.writeValueAsString(LEVELS);

    assertThat(json.replaceAll("\\s", "")).isEqualTo("[-1.0,-1.5,-2.0,-2.5,-3.0,-3.5]");
    assertThat(Bundle.MAPPER.readValue(json, Levels.class)).isEqualTo(LEVELS);
  }

  @Test
  void lieAroundTheThresholdOneStepApart() {
    assertThat(Levels.around(10, 3).lowestMargins())
        .containsExactly(16.0, 13.0, 10.0, 7.0, 4.0, 1.0);
  }

  @Test
  void refuseBoundsThatDoNotFall() {
    assertRefused(List.of(1.0, 0.5, 0.0, -0.5, -1.0));
    assertRefused(List.of(1.0, 0.5, 0.0, -0.5, -1.0, -1.5, -2.0));
    assertRefused(List.of(1.0, 0.5, 0.0, 0.0, -1.0, -1.5));
    assertRefused(List.of(1.0, 0.5, 0.7, -0.5, -1.0, -1.5));
    assertRefused(List.of(1.0, 0.5, 0.0, -0.5, -1.0, Double.NEGATIVE_INFINITY));
    assertRefused(List.of(Double.NaN, 0.5, 0.0, -0.5, -1.0, -1.5));
  }

  @Test
  void haveTheWordsOfTheLenderInFrench() {
    assertThat(Stream.of(Level.values()).map(level -> level.word(Language.FRENCH)))
        .containsExactly(
            "très élevé",
            "élevé",
            "légèrement élevé",
            "moyen",
            "légèrement faible",
            "faible",
            "très faible");
  }

  @ParameterizedTest
  @EnumSource
  void haveTheirNamesAsWordsInEnglish(Level level) {
    assertThat(level.word(Language.ENGLISH))
        .isEqualTo(level.name().replace("_RISK", "").replace('_', ' ').toLowerCase(Locale.ROOT));
  }

  private static void assertRefused(List<Double> margins) {
    assertThatThrownBy(() -> new Levels(margins))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("six finite margins");
  }
}
