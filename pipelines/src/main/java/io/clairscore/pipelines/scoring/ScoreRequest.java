package io.clairscore.pipelines.scoring;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who is scored, by what and for when.
 *
 * @param model folder of the bundle to score with
 * @param date scoring date; scores of other dates stay
 * @param all whether clients with a known outcome are scored as well
 * @param submission file to write in the layout of Kaggle's sample submission
 */
public record ScoreRequest(Path model, LocalDate date, boolean all, Optional<Path> submission) {

  /** The new clients, and no file. */
  public ScoreRequest(Path model, LocalDate date) {
    this(model, date, false, Optional.empty());
  }
}
