package io.clairscore.scorer.published;

import io.clairscore.features.files.CrashPoint;

/**
 * Every named moment at which a test may kill who publishes, in the order in which they are
 * reached: at each of them {@code published/current} names a complete version, if it did before.
 */
enum PublicationMoment {
  BEGUN("export.begun"),
  BUNDLE_COPIED("export.bundle-copied"),
  CLIENTS_WRITTEN("export.clients-written"),
  NUMBERS_WRITTEN("export.numbers-written"),
  POPULATION_WRITTEN("export.population-written"),
  PROFILES_WRITTEN("export.profiles-written"),
  PRESENTATION_WRITTEN("export.presentation-written"),
  MODEL_PART_WRITTEN("export.model-part-written"),
  MANIFEST_WRITTEN("export.manifest-written"),
  RENAMED("export.renamed"),
  /** Reached by the file's own name where it is made durable. */
  CURRENT_WRITTEN_ASIDE("current.written-aside"),
  CURRENT_MOVED("current.moved"),
  VERSION_HIDDEN("published.version-hidden"),
  VERSIONS_REMOVED("published.versions-removed");

  private final String label;

  PublicationMoment(String label) {
    this.label = label;
  }

  /** Name of the moment, as the environment gives it. */
  String label() {
    return label;
  }

  void reach() {
    CrashPoint.reach(label);
  }
}
