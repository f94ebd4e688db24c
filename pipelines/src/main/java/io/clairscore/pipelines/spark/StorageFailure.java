package io.clairscore.pipelines.spark;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the storage error under Spark's layers of exceptions and says it to a person. */
public final class StorageFailure {
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded");
  private static final List<String> REFUSED =
      List.of(
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

  /** An exception with all behind it, the outermost first. */
  public static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(100);
  }

  /**
   * Explains a failure of a step that writes a folder.
   *
   * @return a refusal if the storage is at fault, else the failure itself
   */
  public static RuntimeException explain(Path folder, RuntimeException failure) {
    if (failure instanceof Refusal) {
      return failure;
    }
    return Stream.concat(signs(failure, FULL), signs(failure, REFUSED))
        .findFirst()
        .<RuntimeException>map(cause -> refusal("Cannot write to " + folder + ".", cause, failure))
        .orElse(failure);
  }

  /**
   * A refusal that describes a failure of which no step knows what it wrote, if it is storage's.
   */
  public static Optional<Refusal> in(Throwable failure) {
    return Stream.concat(
            signs(failure, FULL).map(cause -> refusal("The disk is full.", cause, failure)),
            signs(failure, REFUSED)
                .map(cause -> refusal("A file or folder cannot be used.", cause, failure)))
        .findFirst();
  }

  private static Refusal refusal(String problem, String cause, Throwable origin) {
    return Refusal.failed(
            problem,
            cause,
            "Check that the folder exists, that this user may write to it and that its disk has"
                + " room; then run again with the same --run-id: nothing was left half-written.")
        .from(origin);
  }

  /** The lines of the causes that show one of these signs. */
  private static Stream<String> signs(Throwable failure, List<String> signs) {
    return causes(failure)
        .flatMap(
            at ->
                at instanceof FileSystemException && signs == REFUSED
                    ? Stream.of(at.toString())
                    : String.valueOf(at.getMessage())
                        .lines()
                        .filter(line -> signs.stream().anyMatch(line::contains)))
        .map(String::strip);
  }
}
