package io.clairscore.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {
  @TempDir Path root;
  private final AtomicInteger executions = new AtomicInteger();

  private RunJournal journal() {
    return new RunJournal(new Workspace(root), "monday");
  }

  private IntNode work() {
    return IntNode.valueOf(executions.incrementAndGet());
  }

  @Test
  void aFinishedStepIsNotDoneAgain() {
    journal().once("ingest", "files v1", this::work);
    assertThat(journal().once("ingest", "files v1", this::work).asInt()).isEqualTo(1);
    assertThat(executions).hasValue(1);
    assertThat(journal().finished("ingest")).isTrue();
  }

  @Test
  void aStepThatWasCutOffIsDoneAgain() {
    assertThatThrownBy(
            () ->
                journal()
                    .once(
                        "ingest",
                        "files v1",
                        () -> {
                          throw new IllegalStateException("power cut");
                        }))
        .hasMessage("power cut");
    assertThat(journal().finished("ingest")).isFalse();
    assertThat(journal().once("ingest", "files v1", this::work).asInt()).isEqualTo(1);
  }

  @Test
  void otherInputUnderTheSameRunIsRefusedEvenBeforeTheFirstAttemptEnded() {
    assertThatThrownBy(
            () ->
                journal()
                    .once(
                        "ingest",
                        "files v1",
                        () -> {
                          throw new IllegalStateException("power cut");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> journal().once("ingest", "files v2", this::work))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.DATA))
        .hasMessageContaining("monday")
        .hasMessageContaining("other input")
        .hasMessageContaining("--run-id");
    assertThat(executions).hasValue(0);
  }

  @Test
  void stepsAndRunsDoNotMix() {
    journal().once("ingest", "x", this::work);
    journal().once("dossiers", "y", this::work);
    new RunJournal(new Workspace(root), "tuesday").once("ingest", "z", this::work);
    assertThat(executions).hasValue(3);
  }
}
