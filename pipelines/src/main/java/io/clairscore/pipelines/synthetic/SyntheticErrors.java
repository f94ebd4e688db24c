package io.clairscore.pipelines.synthetic;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every error of the synthetic data job that a user can act on. */
final class SyntheticErrors {

  private SyntheticErrors() {}

  static Refusal emptyPopulation(int labelled, int fresh) {
    return Refusal.usage(
        "There is nobody to generate.",
        labelled + " labelled and " + fresh + " new clients were asked for.",
        "Ask for at least one client, and for no negative number.");
  }

  static Refusal tooManyClients(long clients, int most) {
    return Refusal.usage(
        "So many clients cannot be generated.",
        clients + " clients were asked for, and identifiers of credits suffice for " + most + ".",
        "Ask for fewer clients.");
  }

  static Refusal unknownShift(String variable, double by) {
    return Refusal.usage(
        "Clients cannot be shifted in '" + variable + "' by " + by + ".",
        "A shift is a finite number of standard deviations of a variable the generator draws.",
        "Name a column of the application, such as EXT_SOURCE_2, or a missing indicator, such as"
            + " NULL_EXT_SOURCE_2.");
  }

  static Refusal unknownFormat(String format) {
    return Refusal.usage(
        "The format '" + format + "' is not known.",
        "Generated data are written as csv, csv.gz or parquet.",
        "Choose one of these with --format.");
  }

  static Refusal targetExists(Path folder) {
    return Refusal.usage(
        "The folder " + folder + " already holds something.",
        "Generated data never replace or mix with files that are there.",
        "Choose another folder, or remove this one first.");
  }
}
