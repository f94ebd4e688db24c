package io.clairscore.service.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.population.selection.ExploredColumn;
import java.nio.file.Path;
import java.sql.SQLException;

/** Every reason not to answer about the population. */
final class PopulationErrors {
  private static final String PUBLISH = "Publish the model again (clairscore export).";

  private PopulationErrors() {}

  static Refusal absent(Path file) {
    return Refusal.failed(
        "The published population cannot be read.",
        file + " is not there: the version was published by an older program, or removed.",
        PUBLISH);
  }

  static Refusal otherColumns(Path file, String column, String reason) {
    return Refusal.failed(
        "The published population is of another layout.",
        file + ": column " + column + " " + reason + ".",
        PUBLISH);
  }

  static Refusal damaged(Path file, SQLException origin) {
    return Refusal.failed(
            "The published population is damaged.", file + " is no file of Parquet.", PUBLISH)
        .from(origin);
  }

  static Refusal opening() {
    return Refusal.locked(
        "The population is being opened.",
        "The service has just started, or serves another version now.",
        "Ask again in a moment.");
  }

  static Refusal busy() {
    return Refusal.locked(
        "The population is being asked too much at the moment.",
        "Every query that may run at once is running, and those who may wait are waiting.",
        "Ask again in a moment.");
  }

  static Refusal closed() {
    return Refusal.locked(
        "The population is being replaced.",
        "Another version is being served from now on.",
        "Ask again.");
  }

  static Refusal slow(SQLException origin) {
    return Refusal.locked(
            "The question about the population took too long.",
            "It was stopped at its limit of time.",
            "Ask again in a moment, or with fewer columns.")
        .from(origin);
  }

  static Refusal memory(SQLException origin) {
    return Refusal.failed(
            "The question about the population needs more memory than it may take.",
            "The setting population.memoryMebibytes is its limit.",
            "Ask with fewer columns, or raise the setting.")
        .from(origin);
  }

  static Refusal failed(SQLException origin) {
    return Refusal.failed(
            "The question about the population could not be answered.",
            "The database refused it.",
            "Tell who keeps the service; the log holds the number of the request.")
        .from(origin);
  }

  static Refusal unknownClient() {
    return Refusal.usage(
        "The population has no such client.",
        "Nobody of this number was published.",
        "Check the number.");
  }

  static Refusal noOrder(ExploredColumn column) {
    return Refusal.usage(
        "Clients are not listed by " + column + ".",
        "Only the columns of lists and filters are kept in order.",
        "Take the number of the client, points, probability, credit or income.");
  }

  static Refusal noPage(int most) {
    return Refusal.usage(
        "There is no such page.",
        "Pages are counted from 1 and hold 1 to " + most + " clients.",
        "Ask for another page or size.");
  }

  static Refusal tooManyColumns(int most) {
    return Refusal.usage(
        "Too many columns are compared at once, or none.",
        "A comparison holds 1 to " + most + " columns.",
        "Ask for some of them, and then for the others.");
  }

  static Refusal noRule() {
    return Refusal.usage(
        "A rule of similarity cannot be read.",
        "It names a likeness that does not exist, or one of them twice.",
        "Write likenesses such as CONTRACT_TYPE;AGE:5;INCOME:1, or NONE.");
  }

  static Refusal noWidth(Likeness likeness) {
    return Refusal.usage(
        "A rule of similarity has an impossible width.",
        likeness + " has not that width.",
        likeness.widths().isEmpty()
            ? "Leave its width out: values are the same."
            : "Take one of " + likeness.widths() + ".");
  }

  static Refusal tooFew(int least) {
    return Refusal.data(
        "There is no group of similar clients.",
        "The whole population has fewer than " + least + " others.",
        "Compare with everybody, or publish more clients.");
  }
}
