package io.clairscore.pipelines.dossiers;

import io.clairscore.pipelines.run.Report;
import java.util.List;
import java.util.Locale;

/**
 * What the dossier step did.
 *
 * @param mode whether all dossiers were built, some, or none had changed
 * @param rebuilt dossiers built
 * @param clients dossiers in the table
 * @param version Delta version of the table that now holds them
 */
public record DossierReport(Mode mode, long rebuilt, long clients, long version) implements Report {

  /** How much was built. */
  public enum Mode {
    ALL,
    CHANGED,
    NONE
  }

  @Override
  public List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "dossiers: %,d of %,d built (%s)",
            rebuilt,
            clients,
            mode.name().toLowerCase(Locale.ROOT)));
  }
}
