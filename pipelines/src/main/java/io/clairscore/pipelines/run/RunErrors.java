package io.clairscore.pipelines.run;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/** Every reason for which a run is refused before or between its steps. */
final class RunErrors {

  private RunErrors() {}

  static Refusal locked(Workspace workspace, String holder) {
    return Refusal.locked(
        "Another run is writing to " + workspace.root() + ".",
        "Run " + (holder.isEmpty() ? "(unnamed)" : holder) + " holds its lock.",
        "Wait for it to end, or use another workspace.");
  }

  static Refusal otherInput(String runId, String step) {
    return Refusal.data(
        "Run " + runId + " has already worked on other input in step " + step + ".",
        "The data, options or configuration of this step differ from those of the earlier attempt.",
        "Give this run another --run-id, or repeat it with exactly the earlier input.");
  }

  static Refusal unreadableJournal(Path file, IOException origin) {
    return Refusal.failed(
            "Cannot read the record of an earlier attempt, " + file + ".",
            origin.toString(),
            "Give this run another --run-id.")
        .from(origin);
  }
}
