package io.clairscore.pipelines.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureProfilesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 999, 1000, 1001, 20_000})
  void quantilesOfPartsLieWithinAThousandthOfTheirShare(int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    FeatureSummary.Values values = new FeatureSummary.Values(1, Math.max(1, rows));
    float[] all = new float[3 * rows];
    FeatureSummary[] parts = new FeatureSummary[3];
    for (int part = 0; part < 3; part++) {
      for (int i = 0; i < rows; i++) {
        // Parts differ, and a fifth of the values are the same.
        float value = random.nextInt(5) == 0 ? 0 : part + (float) random.nextDouble();
        all[part * rows + i] = value;
        values.add(0, value);
      }
      parts[part] = values.summary();
    }
    Arrays.sort(all);
    var quantiles = FeatureProfiles.quantiles(Arrays.asList(parts), 0);
    assertThat(quantiles).hasSize(rows == 0 ? 0 : 7);
    quantiles.forEach(
        (share, value) -> {
          long below = count(all, value, false);
          long upTo = count(all, value, true);
          double wanted = Double.parseDouble(share) * all.length;
          assertThat(below).as(share).isLessThanOrEqualTo((long) (wanted + 0.001 * all.length));
          assertThat(upTo).as(share).isGreaterThanOrEqualTo((long) (wanted - 0.001 * all.length));
        });
  }

  private static long count(float[] sorted, double value, boolean equalToo) {
    long count = 0;
    for (float one : sorted) {
      count += one < value || equalToo && one == value ? 1 : 0;
    }
    return count;
  }
}
