package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitKeysTest {
  private static final float[] VALUES = {
    Float.NEGATIVE_INFINITY,
    -Float.MAX_VALUE,
    -1f,
    -Float.MIN_VALUE,
    -0f,
    0f,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    1f,
    Math.nextUp(1f),
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY
  };

  @Test
  void turnAsFloatsDo() {
    for (float value : VALUES) {
      for (float threshold : VALUES) {
        assertTurns(value, threshold);
      }
    }
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      float threshold = Float.intBitsToFloat(random.nextInt());
      if (!Float.isNaN(value) && !Float.isNaN(threshold)) {
        assertTurns(value, threshold);
      }
    }
  }

  private static void assertTurns(float value, float threshold) {
    int[] keys = SplitKeys.ofRow(new float[] {7, value});
    for (int slot = 2; slot <= 3; slot++) {
      assertThat(SplitKeys.turn(keys[slot], SplitKeys.of(threshold)))
          .as("%s at %s", value, threshold)
          .isEqualTo(value < threshold ? 0 : 1);
    }
  }

  @Test
  void turnWhereTheSlotSaysWithoutAValue() {
    int[] keys = SplitKeys.ofRow(new float[] {Float.NaN});
    for (float threshold : VALUES) {
      assertThat(SplitKeys.turn(keys[0], SplitKeys.of(threshold))).isEqualTo(1);
      assertThat(SplitKeys.turn(keys[TreeEnsemble.MISSING_LEFT], SplitKeys.of(threshold))).isZero();
    }
  }

  @Test
  void neverTurnRightAtTheEndOfAWalk() {
    for (float value : VALUES) {
      int key = SplitKeys.ofRow(new float[] {value})[TreeEnsemble.MISSING_LEFT];
      assertThat(SplitKeys.turn(key, SplitKeys.RIGHT_OF_ALL)).isZero();
    }
    int missing = SplitKeys.ofRow(new float[] {Float.NaN})[TreeEnsemble.MISSING_LEFT];
    assertThat(SplitKeys.turn(missing, SplitKeys.RIGHT_OF_ALL)).isZero();
  }
}
