package io.clairscore.pipelines.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.pipelines.run.DurableFiles;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.study.evaluation.Scores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a study has finished, durably. A candidate's scores are on disk before the journal says that
 * it is done, so that whatever is named done can be read.
 */
final class StudyStore {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String STEP = "study-";

  private final RunJournal journal;
  private final String input;

  /**
   * The store of a run.
   *
   * @param input everything the results depend on; a run that began with other input is refused
   */
  StudyStore(Workspace workspace, String runId, String input) {
    this.journal = new RunJournal(workspace, runId);
    this.input = input;
  }

  Path folder() {
    return journal.folder().resolve("study");
  }

  boolean finished(String name) {
    return journal.finished(STEP + name);
  }

  /** Fits a candidate unless this study has it. */
  CandidateRecord candidate(String name, Supplier<Fitted> fit) {
    JsonNode record =
        journal.once(
            STEP + name,
            input,
            () -> {
              Fitted fitted = fit.get();
              try {
                scoreFile(name).write(fitted.scores());
              } catch (IOException e) {
                throw StudyErrors.notWritten(folder(), e);
              }
              return JSON.valueToTree(fitted.record());
            });
    return read(record, CandidateRecord.class);
  }

  /** Computes a result unless this study has it. */
  <T> T result(String name, Class<T> type, Supplier<T> work) {
    return read(journal.once(STEP + name, input, () -> JSON.valueToTree(work.get())), type);
  }

  /** Scores of a finished candidate. */
  Scores scores(String name) {
    try {
      return scoreFile(name).read();
    } catch (IOException e) {
      throw StudyErrors.unreadableScores(scoreFile(name).path(), e);
    }
  }

  /** Records of a finished candidate. */
  CandidateRecord record(String name) {
    return candidate(
        name,
        () -> {
          throw StudyErrors.unfinished(journal.folder(), name);
        });
  }

  private ScoreFile scoreFile(String name) {
    return new ScoreFile(folder().resolve("candidates").resolve(name + ".scores.csv.gz"));
  }

  void write(String name, String content) {
    try {
      DurableFiles.replace(folder().resolve(name), content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw StudyErrors.notWritten(folder(), e);
    }
  }

  void write(String name, JsonNode document) {
    try {
      write(name, JSON.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree can be written", e);
    }
  }

  boolean has(String name) {
    return Files.exists(folder().resolve(name));
  }

  private static <T> T read(JsonNode node, Class<T> type) {
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The journal of the study holds another " + type, e);
    }
  }
}
