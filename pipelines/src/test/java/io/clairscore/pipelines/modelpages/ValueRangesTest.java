package io.clairscore.pipelines.modelpages;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.training.SyntheticClients;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRangesTest {
  private static final ValueRanges RANGES =
      ValueRanges.of(SyntheticClients.configuration().presentation().presentation());

  /** The end that lies at infinity is the first or last of the feature. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXT_SOURCE_2 | -Infinity | 0.51 | au plus 51 sur 100 | at most 51 out of 100",
        "EXT_SOURCE_2 | 0.51 | Infinity | au moins 51 sur 100 | at least 51 out of 100",
        "EXT_SOURCE_2 | 0.2 | 0.51 | de 20 sur 100 à 51 sur 100 | from 20 out of 100 to 51 out of 100",
        "EXT_SOURCE_2 | -Infinity | Infinity | toute valeur connue | any known value",
        "DAYS_EMPLOYED | -3653 | -731 | de 2 ans à 10 ans | from 2 years to 10 years",
        "DAYS_EMPLOYED | -731 | Infinity | au plus 2 ans | at most 2 years",
        "BURO_DAYS_CREDIT_MEAN | -731 | -366 | entre il y a 2 ans et il y a 1 an"
            + " | between 2 years ago and 1 year ago",
        "BURO_DAYS_CREDIT_MEAN | -Infinity | -731 | il y a 2 ans ou avant | 2 years ago or earlier",
        "NAME_EDUCATION_TYPE_Higher_education | 0 | 0 | Non | No",
        "NAME_EDUCATION_TYPE_Higher_education | 0.5 | Infinity | Oui | Yes",
        "NOBODY_KNOWS_IT | 1.5 | Infinity | ≥ 1,5 | ≥ 1.5",
        "NOBODY_KNOWS_IT | 1.5 | 2 | de 1,5 à 2 | from 1.5 to 2"
      })
  void areToldAsAnAdvisorWouldSayThem(
      String feature, double from, double upTo, String french, String english) {
    var words =
        RANGES.words(
            feature,
            from,
            upTo,
            from == Double.NEGATIVE_INFINITY,
            upTo == Double.POSITIVE_INFINITY);
    assertThat(words.fr().replaceAll("[\\u00a0\\u202f]", " ")).isEqualTo(french);
    assertThat(words.en().replaceAll("[\\u00a0\\u202f]", " ")).isEqualTo(english);
  }

  @Test
  void aMissingValueIsUnknown() {
    assertThat(RANGES.words("EXT_SOURCE_2", null, null, false, false).en().toLowerCase(Locale.ROOT))
        .isEqualTo("unknown value");
  }
}
