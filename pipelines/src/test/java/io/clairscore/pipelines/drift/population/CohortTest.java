package io.clairscore.pipelines.drift.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.verdict.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CohortTest {

  /** Only the columns are looked at: nobody reads the rows. */
  private static Cohort cohort(List<String> applications, List<String> features) {
    return new Cohort(
        new Source("clients", "", "", ""),
        List.of(layer("application", applications), layer(Layer.FEATURES, features)));
  }

  private static Layer layer(String kind, List<String> names) {
    return new Layer(
        kind, null, names.stream().map(name -> new ColumnSpec(name, ColumnType.REAL)).toList());
  }

  private static List<String> names(Cohort cohort) {
    return cohort.layers().stream().flatMap(layer -> Stream.of(layer.names().toString())).toList();
  }

  @Test
  void featuresThatTheServedModelDoesNotReadAreNotCompared() {
    Cohort tables = cohort(List.of("AMT_CREDIT", "AMT_ANNUITY"), List.of("A", "B", "C"));
    Cohort served = cohort(List.of("AMT_CREDIT"), List.of("C", "A", "D"));

    assertThat(names(tables.withFeaturesOf(served)))
        .containsExactly("[AMT_CREDIT, AMT_ANNUITY]", "[A, C]");
    assertThat(names(tables.withFeaturesOf(tables))).isEqualTo(names(tables));
  }
}
