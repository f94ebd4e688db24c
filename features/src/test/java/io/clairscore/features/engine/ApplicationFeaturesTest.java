package io.clairscore.features.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.RandomDossiers;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationFeaturesTest {
  private static final Catalogue CORE = Catalogue.core();

  @Test
  void findsEveryFeatureThatDependsOnAColumn() {
    assertThat(new ApplicationFeatures(CORE, List.of(Application.AMT_ANNUITY)).features())
        .extracting(Feature::name)
        .containsExactly("AMT_ANNUITY", "ANNUITY_INCOME_PERC", "PAYMENT_RATE");
    assertThat(new ApplicationFeatures(CORE, List.of(Application.FLAG_DOCUMENT_3)).features())
        .extracting(Feature::name)
        .containsExactly("FLAG_DOCUMENT_3");
  }

  @Test
  void givesTheBitsOfTheEngine() {
    ApplicationFeatures alone = new ApplicationFeatures(CORE, Application.SCHEMA.columns());
    FeatureEngine engine = new FeatureEngine(CORE);
    RandomDossiers dossiers = new RandomDossiers(1);

    assertThat(alone.features()).hasSizeGreaterThan(200);
    for (int i = 0; i < 200; i++) {
      Dossier dossier = dossiers.next();
      float[] vector = engine.compute(dossier);
      for (int position = 0; position < alone.features().size(); position++) {
        Feature feature = alone.features().get(position);
        assertThat(Float.floatToIntBits(alone.value(position, dossier.application())))
            .as(feature.name())
            .isEqualTo(Float.floatToIntBits(vector[feature.index()]));
      }
    }
  }

  @Test
  void noOtherFeatureChangesWithTheColumn() {
    FeatureEngine engine = new FeatureEngine(CORE);
    List<Column> columns = List.of(Application.AMT_CREDIT);
    List<Integer> dependent =
        new ApplicationFeatures(CORE, columns).features().stream().map(Feature::index).toList();
    RandomDossiers dossiers = new RandomDossiers(2);

    for (int i = 0; i < 100; i++) {
      Dossier dossier = dossiers.next();
      float[] before = engine.compute(dossier);
      float[] after =
          engine.compute(dossier.withApplication(Map.of(Application.AMT_CREDIT, 123_456.0)));
      dependent.forEach(index -> after[index] = before[index]);
      assertThat(Arrays.equals(before, after)).isTrue();
    }
  }

  @Test
  void refusesAColumnOfAHistory() {
    assertThatThrownBy(() -> new ApplicationFeatures(CORE, List.of(Bureau.AMT_ANNUITY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be computed from the application row alone");
  }
}
