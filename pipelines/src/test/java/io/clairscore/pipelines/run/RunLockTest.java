package io.clairscore.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @Test
  void aSecondRunIsToldWhoHoldsTheWorkspace(@TempDir Path root) throws Exception {
    Workspace workspace = new Workspace(root);
    RunLock held = RunLock.take(workspace, "monday");
    assertThatThrownBy(() -> RunLock.take(workspace, "tuesday"))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.LOCKED))
        .hasMessageContaining("monday")
        .hasMessageContaining(root.toString());
    held.close();
  }

  @Test
  void theWorkspaceIsFreeOnceTheRunHasEnded(@TempDir Path root) throws Exception {
    Workspace workspace = new Workspace(root);
    RunLock.take(workspace, "monday").close();
    RunLock tuesday = RunLock.take(workspace, "tuesday");
    assertThat(workspace.lock()).content().startsWith("tuesday");
    assertThatThrownBy(() -> RunLock.take(workspace, "wednesday"))
        .hasMessageContaining("tuesday")
        .hasMessageNotContaining("monday");
    tuesday.close();
  }

  @Test
  void aWorkspaceThatCannotBeWrittenIsNamed(@TempDir Path root) throws Exception {
    Path file = Files.createFile(root.resolve("not-a-folder"));
    assertThatThrownBy(() -> RunLock.take(new Workspace(file.resolve("work")), "monday"))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.FAILED))
        .hasMessageContaining("Cannot write " + file.resolve("work"))
        .hasMessageContaining("Remedy");
  }
}
