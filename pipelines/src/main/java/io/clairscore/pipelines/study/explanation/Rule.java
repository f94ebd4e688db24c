package io.clairscore.pipelines.study.explanation;

import java.util.List;

/**
 * A decision about the clients who satisfy every condition.
 *
 * @param conditions one per feature at most
 * @param refuses whether they are refused
 */
record Rule(List<Condition> conditions, boolean refuses) {

  Rule {
    conditions = List.copyOf(conditions);
  }

  boolean holds(float[] features) {
    return conditions.stream().allMatch(condition -> condition.holds(features));
  }
}
