package io.clairscore.pipelines.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.RecourseRate;
import io.clairscore.scorer.counterfactual.Levers;
import io.clairscore.scorer.counterfactual.Reachability;

/** How many of the clients kept apart whom the chosen model refuses could change that. */
record ChosenRecourse(Job job, StudyData data, StudyStore store) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Measures it unless this study has it; kept as null where it cannot be measured. */
  void measure(Judgements judgements) {
    store.result(StudyReport.RECOURSE, JsonNode.class, () -> JSON.valueToTree(rate(judgements)));
  }

  private RecourseRate rate(Judgements judgements) {
    String chosen = judgements.chosen();
    return RecourseRate.measured(
        job,
        data.all(),
        judgements.of(chosen).holdOut(),
        () ->
            Reachability.of(
                store.records().model(chosen),
                Catalogue.core().only(data.features().names()),
                judgements.of(chosen).threshold(),
                Levers.standard()));
  }
}
