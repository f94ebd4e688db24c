package io.clairscore.pipelines.tracking;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether every input of a model may decide, and so be told to a client as a reason. */
final class Disclosure {
  private static final int NAMED = 3;

  private Disclosure() {}

  /**
   * Looks the inputs up in the table of uses, whatever profile the model says it is of.
   *
   * @param features names of the inputs
   * @param allowed whether a person asked for the model in spite of them
   */
  static GateCheck of(List<String> features, boolean allowed) {
    List<Feature> barred =
        features.stream()
            .map(Catalogue.core()::feature)
            .flatMap(Optional::stream)
            .filter(feature -> !feature.decides())
            .toList();
    if (barred.isEmpty()) {
      String all = String.format(Locale.ROOT, "all %d inputs may be told", features.size());
      return GateCheck.of("inputs", true, all, rule());
    }
    return GateCheck.of("inputs", allowed, found(barred, features.size(), allowed), rule());
  }

  private static String found(List<Feature> barred, int all, boolean allowed) {
    String found =
        String.format(
            Locale.ROOT,
            "%d of %d inputs may not be told to a client, among them %s",
            barred.size(),
            all,
            String.join(
                ", ",
                barred.stream()
                    .limit(NAMED)
                    .map(feature -> feature.name() + " (" + feature.ruling().ground() + ")")
                    .toList()));
    return allowed ? found + "; asked for expressly" : found;
  }

  private static String rule() {
    return "what may not be told does not decide; --full-profile allows it for research";
  }
}
