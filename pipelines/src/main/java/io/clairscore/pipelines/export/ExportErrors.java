package io.clairscore.pipelines.export;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason publishing gives its user for stopping. */
final class ExportErrors {

  private ExportErrors() {}

  static Refusal noTable(String name, Path path) {
    return Refusal.data(
        "There are no " + name + " to publish.",
        path + " is not a Delta table.",
        "Run the step that makes it, then publish.");
  }
}
