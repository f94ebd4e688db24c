package io.clairscore.pipelines.training;

import java.util.Map;

/**
 * What a learner learned.
 *
 * @param predictor the score
 * @param facts figures about the fit, such as the number of trees, by name
 */
public record Learned(Predictor predictor, Map<String, Double> facts) {

  public Learned {
    facts = Map.copyOf(facts);
  }
}
