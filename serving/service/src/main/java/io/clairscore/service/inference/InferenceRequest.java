package io.clairscore.service.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors to score.
 *
 * @param id what the caller calls the request; empty if nothing
 * @param vectors one value per feature of the model, NaN for missing
 * @param outputs what is wanted, and whether as binary
 */
public record InferenceRequest(String id, List<float[]> vectors, Map<Output, Boolean> outputs) {
  public InferenceRequest {
    vectors = List.copyOf(vectors);
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  boolean hasBinaryOutput() {
    return outputs.containsValue(true);
  }
}
