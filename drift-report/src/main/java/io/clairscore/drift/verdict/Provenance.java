package io.clairscore.drift.verdict;

import java.util.Objects;

/**
 * What it takes to make a report again; empty texts where something is unknown.
 *
 * @param model the run of the model
 * @param modelSha256 of the model, whole
 * @param program version of the program
 * @param commit of its source
 * @param command that made the report, as it was typed
 * @param created moment of the report; given, so that the same input makes the same report
 */
public record Provenance(
    Source reference,
    Source current,
    String model,
    String modelSha256,
    String program,
    String commit,
    String command,
    long seed,
    String created) {
  public static final Provenance UNKNOWN =
      new Provenance(
          new Source("", "", "", ""), new Source("", "", "", ""), "", "", "", "", "", 0, "");

  public Provenance {
    // A document that leaves one out does not state it.
    modelSha256 = Objects.requireNonNullElse(modelSha256, "");
    commit = Objects.requireNonNullElse(commit, "");
    command = Objects.requireNonNullElse(command, "");
  }
}
