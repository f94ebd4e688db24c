package io.clairscore.pipelines.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.evaluation.StoredScores;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.TreeEnsemble;
import java.io.IOException;
import java.nio.file.Path;

/** What a study has finished, to read. */
final class StudyRecords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STEP = "study-";

  private final RunJournal journal;

  StudyRecords(Workspace workspace, String runId) {
    journal = new RunJournal(workspace, runId);
  }

  RunJournal journal() {
    return journal;
  }

  /** Name of a result's step in the journal. */
  static String step(String name) {
    return STEP + name;
  }

  Path folder() {
    return journal.folder().resolve("study");
  }

  boolean has(String name) {
    return journal.finished(step(name));
  }

  /** A finished result. */
  <T> T result(String name, Class<T> type) {
    return read(
        journal
            .result(step(name))
            .orElseThrow(() -> StudyErrors.unfinished(journal.folder(), name)),
        type);
  }

  CandidateRecord candidate(String name) {
    return result(name, CandidateRecord.class);
  }

  /** Scores of a finished candidate. */
  Scores scores(String name) {
    StoredScores file = scoreFile(name);
    try {
      return file.read();
    } catch (IOException e) {
      throw StudyErrors.unreadableScores(file.path(), e);
    }
  }

  /** Keeps the model of a candidate fitted on all training clients. */
  void keepModel(String name, byte[] json) {
    try {
      DurableFiles.replace(modelFile(name), json);
    } catch (IOException e) {
      throw Refusal.notWritten(folder(), e);
    }
  }

  /** The trees of such a model. */
  TreeEnsemble model(String name) {
    try {
      return TreeEnsemble.read(modelFile(name));
    } catch (IOException e) {
      throw StudyErrors.unreadableScores(modelFile(name), e);
    }
  }

  private Path modelFile(String name) {
    return folder().resolve("candidates").resolve(name + ".model.json");
  }

  StoredScores scoreFile(String name) {
    return new StoredScores(folder().resolve("candidates").resolve(name + ".scores.csv.gz"));
  }

  static <T> T read(JsonNode node, Class<T> type) {
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw StudyErrors.otherVersion(e);
    }
  }
}
