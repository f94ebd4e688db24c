package io.clairscore.pipelines.training;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A learner that is shown only some of the features.
 *
 * @param kept positions of the features it sees, ascending
 * @param learner the learner
 */
public record SubsetLearner(int[] kept, Learner learner) implements Learner {

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(learner.parameters());
    parameters.put("keptFeatures", String.valueOf(kept.length));
    return parameters;
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    Learned learned = learner.fit(Shown.at(IntStream.of(kept).boxed().toList()).of(rows));
    int[] positions = kept;
    Predictor inner = learned.predictor();
    return new Learned(features -> inner.margin(pick(features, positions)), learned.facts());
  }

  @Override
  public String words(Learned learned) {
    return learner.words(learned);
  }

  private static float[] pick(float[] features, int[] positions) {
    float[] picked = new float[positions.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = features[positions[i]];
    }
    return picked;
  }
}
