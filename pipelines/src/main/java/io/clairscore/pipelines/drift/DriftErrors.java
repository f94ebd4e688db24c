package io.clairscore.pipelines.drift;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.drift.population.Cohort;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;

/** Every reason for which populations are not compared. */
final class DriftErrors {
  private DriftErrors() {}

  static Refusal otherSchema(Cohort reference, Cohort current) {
    return Refusal.data(
        "The populations cannot be compared.",
        "The reference consists of %s, the current population of %s."
            .formatted(reference.kinds(), current.kinds()),
        "Name two populations of the same schema.");
  }

  static Refusal noReports(Path folder, Collection<String> unreadable) {
    return Refusal.data(
        "There is no drift report to tell a history of.",
        unreadable.isEmpty()
            ? "The folder " + folder + " holds no report, such as 2026-01-31.json."
            : "This version of Clairscore can read none of those in " + folder + ".",
        "Run drift first, or name another folder by --out.");
  }

  static Refusal simulationExists(Path folder) {
    return Refusal.usage(
        "The folder " + folder + " already holds something.",
        "Reports of simulated months never replace others or stand among them.",
        "Choose another folder with --out, or remove this one first.");
  }

  static Refusal badScenario(String problem) {
    return Refusal.usage(
        "These months cannot be simulated.", problem, "See the options of drift-simulate.");
  }

  static Refusal sameClients(LocalDate date) {
    return Refusal.usage(
        "There is nothing to compare.",
        "Both populations are the clients scored on " + date + ".",
        "Give --current-date and --against different dates.");
  }

  static Refusal noWindow(int most) {
    return Refusal.usage(
        "There is no history of " + most + " reports.",
        "--last must be at least 1.",
        "Say how many of the newest reports to show.");
  }
}
