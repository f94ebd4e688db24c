package io.clairscore.pipelines.export;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/** Every reason publishing gives its user for stopping. */
final class ExportErrors {

  private ExportErrors() {}

  static Refusal noTable(String name, Path path) {
    return new Refusal(
        ExitCode.DATA_REFUSED,
        "There are no " + name + " to publish.",
        path + " is not a Delta table.",
        "Run the step that makes it, then publish.");
  }

  static Refusal version(String version) {
    return new Refusal(
        ExitCode.USAGE,
        "'" + version + "' cannot name a published version.",
        "It becomes the name of a folder.",
        "Use letters, digits, dots, dashes and underscores, and begin with a letter or digit.");
  }

  static Refusal notWritten(Path path, IOException origin) {
    return new Refusal(
        ExitCode.FAILED,
        "Cannot write " + path + ".",
        origin.toString(),
        "Check that this user may write there and that the disk has room, then run again.",
        origin);
  }
}
