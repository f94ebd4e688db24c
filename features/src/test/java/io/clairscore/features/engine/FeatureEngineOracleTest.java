package io.clairscore.features.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.RandomDossiers;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureEngineOracleTest {
  private static final int DOSSIERS = 150;

  private final FeatureEngine engine = new FeatureEngine(Catalogue.core());
  private final RandomDossiers dossiers = new RandomDossiers(20261121);

  @Test
  void theEngineEqualsTheObviousComputationInEveryCell() throws IOException {
    SlowFeatures oracle = new SlowFeatures();
    List<String> names = engine.catalogue().names();
    int[] present = new int[names.size()];
    for (int i = 0; i < DOSSIERS; i++) {
      Dossier dossier = dossiers.next();
      float[] vector = engine.compute(dossier);
      Map<String, SlowFeatures.Expected> expected = oracle.of(dossier);
      assertThat(expected.keySet()).containsExactlyElementsOf(names);
      List<String> differences = new ArrayList<>();
      for (int f = 0; f < vector.length; f++) {
        SlowFeatures.Expected cell = expected.get(names.get(f));
        present[f] += cell.value() == null ? 0 : 1;
        if (!agree(vector[f], cell)) {
          differences.add(names.get(f) + " is " + vector[f] + ", expected " + cell);
        }
      }
      assertThat(differences).as(() -> DossierJson.write(dossier)).isEmpty();
    }
    assertThat(Arrays.stream(present).boxed())
        .as("dossiers in which each feature is present")
        .allMatch(count -> count >= 8)
        .anyMatch(count -> count < DOSSIERS / 2);
  }

  private static boolean agree(float actual, SlowFeatures.Expected expected) {
    if (expected.value() == null || Float.isNaN(actual)) {
      return expected.value() == null && Float.isNaN(actual);
    }
    double tolerance =
        1e-6 * Math.max(Math.abs(actual), Math.abs(expected.value())) + 1e-9 * expected.scale();
    return Math.abs(actual - expected.value()) <= tolerance;
  }
}
