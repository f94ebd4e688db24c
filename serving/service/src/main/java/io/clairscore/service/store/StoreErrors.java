package io.clairscore.service.store;

import static java.util.stream.Collectors.joining;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason for which the service's database cannot be used. */
final class StoreErrors {
  private static final String SERVER =
      "Check that the server runs, its address, user, password and certificate, and the rights of"
          + " the user; the service goes on by itself when it answers again.";
  private static final String DISK =
      "Check that the folder may be written by this user and that the disk has room; the service"
          + " goes on by itself when it has.";

  private StoreErrors() {}

  static Refusal setting(String name, String reason, String remedy) {
    return Refusal.usage("The setting database." + name + " cannot be used.", reason + ".", remedy);
  }

  static Refusal passingDisk() {
    return Refusal.usage(
        "A SQLite file would be lost here.",
        "The disk of this machine does not outlive the process, and what the service has answered"
            + " must be kept.",
        "Give it a PostgreSQL database (database.url), or a disk that lasts.");
  }

  static Refusal password(String place, String reason) {
    return Refusal.usage(
        "The password of the database cannot be read.",
        place + ": " + reason + ".",
        "Name a file that holds it and nothing else (database.passwordFile), or an environment"
            + " variable (database.passwordVariable).");
  }

  static Refusal failed(DatabaseConf conf, Throwable origin) {
    return Refusal.failed(
            "The database cannot be used.",
            conf + ": " + inOneLine(origin),
            conf.isFile() ? DISK : SERVER)
        .from(origin);
  }

  static Refusal nowhere(DatabaseConf conf) {
    return Refusal.data(
        "There is no database of a service.",
        conf.file() + " does not exist.",
        "Start the service once, which makes it, or name another (store.url).");
  }

  static Refusal notMigrated(DatabaseConf conf, Throwable origin) {
    return Refusal.data(
            "The tables of the database are not those of this program.",
            conf + ": " + inOneLine(origin),
            "Start the program that made them, or restore the database; a newer program brings older"
                + " tables up to date by itself, never the other way.")
        .from(origin);
  }

  static Refusal otherWriter(DatabaseConf conf) {
    return Refusal.locked(
        "Another service writes to this database.",
        conf + " has one writer of events at a time, and it is not this process.",
        "Stop the other service first, or give this one a database of its own.");
  }

  static Refusal busy(DatabaseConf conf) {
    return Refusal.failed(
        "The database is busy.",
        conf + ": another change took longer than " + conf.patience().toMillis() + " ms.",
        "Try again; if it lasts, look for a slow disk or a program that holds the file.");
  }

  static Refusal interrupted() {
    return Refusal.failed(
        "The database was not used.", "The program is ending.", "Start it again.");
  }

  static Refusal notPrivate(Path file, Throwable origin) {
    return Refusal.failed(
            "The database file cannot be made.", file + ": " + inOneLine(origin), DISK)
        .from(origin);
  }

  private static String inOneLine(Throwable origin) {
    Throwable deepest = origin;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String words = String.valueOf(deepest.getMessage()).lines().collect(joining(" ")).strip();
    return words.isEmpty() ? deepest.toString() : words;
  }
}
