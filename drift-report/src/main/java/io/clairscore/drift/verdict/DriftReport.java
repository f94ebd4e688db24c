package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.features.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of a reference population with a current one: a plain value, the same for the same
 * input.
 *
 * @param rows one per column, most severe and important first
 * @param model what drift does to decisions, if the model was asked
 * @param quality what ingest says, if it was asked
 * @param meaning expected performance, segments, separability, as far as they were asked
 */
public record DriftReport(
    DriftPolicy policy,
    Provenance provenance,
    long referenceRows,
    long currentRows,
    DatasetVerdict verdict,
    List<DriftRow> rows,
    Optional<ModelVerdict> model,
    Optional<DataQuality> quality,
    Meaning meaning) {

  public DriftReport {
    rows = List.copyOf(rows);
  }

  /**
   * Compares two populations. A column only one of them has, or that changed its type, is a row in
   * words, and so is one without values or rows.
   *
   * @throws Refusal with DATA if the populations have no column in common
   */
  public static DriftReport of(
      PopulationProfile reference, PopulationProfile current, DriftOptions options) {
    return new Comparison(reference, current, options).report();
  }

  /** The drifted columns, in the order in which what happened in them is told. */
  public List<DriftRow> events() {
    return MainEvents.of(rows);
  }

  /** The row of a column. */
  public Optional<DriftRow> row(String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst();
  }
}
