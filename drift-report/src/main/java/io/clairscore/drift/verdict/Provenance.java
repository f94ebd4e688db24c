package io.clairscore.drift.verdict;

/**
 * What it takes to make a report again; empty texts where something is unknown.
 *
 * @param model the run of the model
 * @param program version or commit of the program
 * @param created moment of the report; given, so that the same input makes the same report
 */
public record Provenance(
    Source reference, Source current, String model, String program, long seed, String created) {
  public static final Provenance UNKNOWN =
      new Provenance(new Source("", "", "", ""), new Source("", "", "", ""), "", "", 0, "");
}
