package io.clairscore.scorer.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.scorer.TreeEnsemble;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClientTreesTest {
  private static final MovedFeatures MOVED = RandomWorld.MOVED;
  private static final RandomWorld WORLD = RandomWorld.of(3, 60, 40, 5, 0.3);

  private final TreeEnsemble whole = WORLD.bundle().trees();
  private final Random random = new Random(9);

  @Test
  void giveTheMarginOfTheWholeTreesBitForBit() {
    for (Dossier dossier : WORLD.applicants()) {
      float[] vector = RandomWorld.ENGINE.compute(dossier);
      ClientTrees trees = Pruning.of(whole, vector, MOVED);
      float[] values = moved(vector);
      trees.start(values);
      assertThat(trees.margin()).isEqualTo(whole.margin(vector));
      for (int i = 0; i < 100; i++) {
        int feature = random.nextInt(values.length);
        float before = values[feature];
        values[feature] = another(feature);
        // A missing value comes and goes with the client, not with a change.
        if (Float.isNaN(before) || Float.isNaN(values[feature])) {
          trees.start(values);
        } else {
          trees.change(feature, before, values);
        }
        vector[MOVED.index(feature)] = values[feature];
        assertThat(trees.margin()).isEqualTo(whole.margin(vector));
        assertThat(trees.mayLieBelow(Math.nextUp((double) trees.margin()))).isTrue();
      }
    }
  }

  @Test
  void noMarginLiesUnderTheLowestOfARectangle() {
    for (Dossier dossier : WORLD.applicants()) {
      float[] vector = RandomWorld.ENGINE.compute(dossier);
      ClientTrees trees = Pruning.of(whole, vector, MOVED);
      float[] low = moved(vector);
      float[] high = low.clone();
      for (int i = 0; i < 3; i++) {
        int feature = random.nextInt(low.length);
        float other = another(feature);
        low[feature] = Float.isNaN(low[feature]) ? low[feature] : Math.min(low[feature], other);
        high[feature] = Float.isNaN(high[feature]) ? high[feature] : Math.max(high[feature], other);
      }
      double lowest = trees.lowest(low, high);
      for (int i = 0; i < 100; i++) {
        for (int feature = 0; feature < low.length; feature++) {
          vector[MOVED.index(feature)] =
              low[feature] + (high[feature] - low[feature]) * random.nextFloat();
        }
        assertThat((double) whole.margin(vector)).isGreaterThanOrEqualTo(lowest);
      }
    }
  }

  private static float[] moved(float[] vector) {
    float[] values = new float[MOVED.count()];
    for (int feature = 0; feature < values.length; feature++) {
      values[feature] = vector[MOVED.index(feature)];
    }
    return values;
  }

  /** What another client has. */
  private float another(int feature) {
    List<Dossier> others = WORLD.applicants();
    return MOVED.value(feature, others.get(random.nextInt(others.size())).application());
  }
}
