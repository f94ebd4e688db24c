package io.clairscore.pipelines.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Does each part of a study once, durably. A candidate's scores are on disk before the journal says
 * that it is done, so that whatever is named done can be read.
 *
 * @param records what is done
 * @param input everything the results depend on; a run that began with other input is refused
 */
record StudyStore(StudyRecords records, String input) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fits a candidate unless this study has it. */
  CandidateRecord candidate(String name, Supplier<Fitted> fit) {
    return result(
        name,
        CandidateRecord.class,
        () -> {
          Fitted fitted = fit.get();
          try {
            records.scoreFile(name).write(fitted.scores());
          } catch (IOException e) {
            throw Refusal.notWritten(records.folder(), e);
          }
          return fitted.record();
        });
  }

  /** Computes a result unless this study has it. */
  <T> T result(String name, Class<T> type, Supplier<T> work) {
    JsonNode result =
        records.journal().once(StudyRecords.step(name), input, () -> JSON.valueToTree(work.get()));
    return StudyRecords.read(result, type);
  }
}
