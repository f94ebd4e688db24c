package io.clairscore.pipelines.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit of the code that runs, as far as it can be known. */
public final class SourceCommit {
  private static final String UNKNOWN = "unknown";
  private static final int SECONDS = 5;

  private SourceCommit() {}

  /** What is known, else {@value #UNKNOWN}. */
  public static String find() {
    return known().orElse(UNKNOWN);
  }

  /** What CI says, else what git says of the working folder. */
  public static Optional<String> known() {
    String ofPipeline = System.getenv("CI_COMMIT_SHA");
    return ofPipeline != null && !ofPipeline.isBlank()
        ? Optional.of(ofPipeline)
        : ofWorkingFolder();
  }

  private static Optional<String> ofWorkingFolder() {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "HEAD")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean found = git.waitFor(SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
      return found ? Optional.of(commit.strip()) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
