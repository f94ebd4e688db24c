package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.features.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a comparison is told besides the two profiles.
 *
 * @param importances by column, at least 0, in any unit; those of unnamed columns are 0. Empty if
 *     nothing is known
 * @param words how people speak of the columns
 * @param excluded columns to leave out, such as identifiers
 * @param model what the model makes of both populations, if it was asked
 * @param quality what ingest says, if it was asked
 * @param meaning what drift means beyond the columns, as far as it was asked
 */
public record DriftOptions(
    DriftPolicy policy,
    Map<String, Double> importances,
    Vocabulary words,
    Set<String> excluded,
    Provenance provenance,
    Optional<ModelImpact> model,
    Optional<DataQuality> quality,
    Meaning meaning) {

  /** The standard policy, and nothing known besides. */
  public static final DriftOptions STANDARD =
      new DriftOptions(
          DriftPolicy.STANDARD,
          Map.of(),
          Vocabulary.NONE,
          Set.of(),
          Provenance.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Meaning.NONE);

  public DriftOptions {
    importances = Map.copyOf(importances);
    excluded = Set.copyOf(excluded);
    importances.forEach(
        (name, importance) -> {
          if (!(importance >= 0 && Double.isFinite(importance))) {
            throw new IllegalArgumentException(
                "The importance of " + name + " is " + importance + ", not finite and at least 0");
          }
        });
  }

  public DriftOptions with(DriftPolicy other) {
    return new DriftOptions(
        other, importances, words, excluded, provenance, model, quality, meaning);
  }

  public DriftOptions withImportances(Map<String, Double> others) {
    return new DriftOptions(policy, others, words, excluded, provenance, model, quality, meaning);
  }

  public DriftOptions withLabels(Map<String, Text> labels) {
    return with(new Vocabulary(labels, words.values(), words.units()));
  }

  public DriftOptions with(Vocabulary others) {
    return new DriftOptions(
        policy, importances, others, excluded, provenance, model, quality, meaning);
  }

  public DriftOptions without(Set<String> columns) {
    return new DriftOptions(
        policy, importances, words, columns, provenance, model, quality, meaning);
  }

  public DriftOptions with(Provenance other) {
    return new DriftOptions(policy, importances, words, excluded, other, model, quality, meaning);
  }

  public DriftOptions with(ModelImpact impact) {
    return new DriftOptions(
        policy, importances, words, excluded, provenance, Optional.of(impact), quality, meaning);
  }

  public DriftOptions with(DataQuality found) {
    return new DriftOptions(
        policy, importances, words, excluded, provenance, model, Optional.of(found), meaning);
  }

  public DriftOptions with(Meaning other) {
    return new DriftOptions(
        policy, importances, words, excluded, provenance, model, quality, other);
  }
}
