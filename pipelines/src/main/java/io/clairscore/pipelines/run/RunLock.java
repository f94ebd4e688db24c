package io.clairscore.pipelines.run;

import io.clairscore.features.files.HeldFile;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The right to write to a workspace, held by one run at a time. */
public final class RunLock implements AutoCloseable {
  private final HeldFile held;

  private RunLock(HeldFile held) {
    this.held = held;
  }

  /**
   * Takes the lock.
   *
   * @throws Refusal with {@link Refusal.Kind#LOCKED} if another run holds it, or with {@link
   *     Refusal.Kind#FAILED} if the workspace cannot be written
   */
  public static RunLock take(Workspace workspace, String runId) {
    Path file = workspace.lock();
    try {
      Optional<HeldFile> held = HeldFile.attempt(file);
      if (held.isEmpty()) {
        throw RunErrors.locked(workspace, Files.readString(file, StandardCharsets.UTF_8).strip());
      }
      held.get().sign(runId + " (process " + ProcessHandle.current().pid() + ")");
      return new RunLock(held.get());
    } catch (IOException e) {
      throw Refusal.notWritten(workspace.root(), e);
    }
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}
