package io.clairscore.pipelines.dossiers;

/**
 * What the dossier step did.
 *
 * @param mode whether all dossiers were built, some, or none had changed
 * @param rebuilt dossiers built
 * @param clients dossiers in the table
 * @param version Delta version of the table that now holds them
 */
public record DossierReport(Mode mode, long rebuilt, long clients, long version) {

  /** How much was built. */
  public enum Mode {
    ALL,
    CHANGED,
    NONE
  }

  /** The report for a person. */
  public String text() {
    return String.format(
        java.util.Locale.ROOT,
        "dossiers: %,d of %,d built (%s)",
        rebuilt,
        clients,
        mode.name().toLowerCase(java.util.Locale.ROOT));
  }
}
