package io.clairscore.pipelines.scoring;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a scoring run does beyond scoring the new clients.
 *
 * @param all whether clients with a known outcome are scored as well
 * @param submission file to write in the layout of Kaggle's sample submission
 */
public record ScoreOptions(boolean all, Optional<Path> submission) {
  /** New clients only, no file. */
  public static final ScoreOptions DEFAULT = new ScoreOptions(false, Optional.empty());
}
