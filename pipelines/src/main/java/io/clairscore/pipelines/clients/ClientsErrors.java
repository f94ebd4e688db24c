package io.clairscore.pipelines.clients;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;

/** Every reason for which no clients are listed. */
final class ClientsErrors {

  private ClientsErrors() {}

  static Refusal noScores(Path table) {
    return Refusal.data(
        "There are no scored clients.",
        "The table of scores " + table + " does not exist.",
        "Run score first, or name another --workspace.");
  }

  static Refusal notScored(LocalDate date, Object newest) {
    return Refusal.data(
        "Nobody was scored for " + date + ".",
        "The newest scores are of " + newest + ".",
        "Name a date of which there are scores, or leave --date out for the newest.");
  }
}
