package io.clairscore.pipelines.spark;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the storage error under Spark's layers of exceptions and says it to a person. */
public final class StorageFailure {
  private static final List<String> SIGNS =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "File too large",
          "Permission denied",
          "Operation not permitted",
          "Read-only file system",
          "Mkdirs failed",
          "Not a directory",
          "Parent path is not a directory",
          "Unable to create",
          "Input/output error");

  private StorageFailure() {}

  /**
   * Explains a failure.
   *
   * @param folder where the failing step writes
   * @param failure what Spark threw
   * @return a refusal if the storage is at fault, else the failure itself
   */
  public static RuntimeException explain(Path folder, RuntimeException failure) {
    if (failure instanceof Refusal) {
      return failure;
    }
    return cause(failure)
        .<RuntimeException>map(
            cause ->
                Refusal.failed(
                        "Cannot write to " + folder + ".",
                        cause,
                        "Check that the folder exists, that this user may write to it and that its disk"
                            + " has room; then run again with the same --run-id.")
                    .from(failure))
        .orElse(failure);
  }

  private static Optional<String> cause(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String message = String.valueOf(at.getMessage());
      if (at instanceof FileSystemException) {
        return Optional.of(at.toString());
      }
      for (String sign : SIGNS) {
        if (message.contains(sign)) {
          String line = message.lines().filter(l -> l.contains(sign)).findFirst().orElse(sign);
          return Optional.of(line.strip());
        }
      }
      if (at.getCause() == at) {
        break;
      }
    }
    return Optional.empty();
  }
}
