package io.clairscore.pipelines.study.learner;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.Learned;
import io.clairscore.pipelines.training.Learner;
import io.clairscore.pipelines.training.Predictor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
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
    Column shown =
        array(
            Arrays.stream(kept)
                .mapToObj(i -> col(Columns.FEATURES).getItem(i))
                .toArray(Column[]::new));
    Learned learned = learner.fit(rows.withColumn(Columns.FEATURES, shown));
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
