package io.clairscore.pipelines.features;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason for which features cannot be computed. */
final class FeatureErrors {

  private FeatureErrors() {}

  static Refusal noDossiers(Path table) {
    return Refusal.data(
        "There is no dossier to compute features of.",
        "The table " + table + " does not exist.",
        "Run ingest and dossiers first.");
  }

  static Refusal noTable(Path path) {
    return Refusal.data(
        "There is no feature table.",
        path + " is not a Delta table.",
        "Compute the features first, or name the workspace that has them.");
  }

  static Refusal noFeatures(Path table) {
    return Refusal.usage(
        "There is no feature table in which to replace some clients.",
        "The table " + table + " does not exist.",
        "Run features for all clients first, without --clients.");
  }

  static Refusal otherCatalogue() {
    return Refusal.usage(
        "Features of single clients would not fit the others.",
        "The feature table was computed with another catalogue of features.",
        "Run features for all clients, without --clients.");
  }

  static Refusal noSuchClients(int asked) {
    return Refusal.data(
        "None of the " + asked + " clients asked for has a dossier.",
        "Their identifiers are not among the applications.",
        "Check the identifiers; ingest and dossiers bring new clients in.");
  }
}
