package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.conf.MonotoneConf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonotoneDirectionsTest {

  @Test
  void followsTheOrderOfTheVector() {
    MonotoneConf conf = new MonotoneConf(true, List.of("C"), List.of("A"));
    assertThat(MonotoneDirections.of(conf, List.of("A", "B", "C")).signs())
        .containsExactly(-1, 0, 1);
    assertThat(MonotoneDirections.enforced(conf, List.of("A", "B", "C")).free()).isFalse();
    MonotoneConf off = new MonotoneConf(false, conf.rising(), conf.falling());
    assertThat(MonotoneDirections.enforced(off, List.of("A", "B", "C")).free()).isTrue();
  }

  @Test
  void refusesAFeatureThatDoesNotExist() {
    MonotoneConf conf = new MonotoneConf(true, List.of(), List.of("NOWHERE"));
    assertThatThrownBy(() -> MonotoneDirections.of(conf, List.of("A")))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.USAGE))
        .hasMessageContaining("NOWHERE");
    assertThatThrownBy(() -> new MonotoneConf(true, List.of("A"), List.of("A")))
        .hasMessageContaining("training.monotone");
  }

  @Test
  void theDefaultsAreKeptToAndMayDecide() {
    MonotoneConf conf = ConfigurationReader.read(null, Map.of(), List.of()).training().monotone();
    List<String> names =
        Catalogue.core().features().stream().filter(Feature::decides).map(Feature::name).toList();
    MonotoneDirections directions = MonotoneDirections.enforced(conf, names);
    assertThat(directions.bound())
        .isEqualTo(String.valueOf(conf.rising().size() + conf.falling().size()));
    Shown shown = Shown.at(List.of(names.indexOf("INSTAL_DPD_MAX"), names.indexOf("EXT_SOURCE_2")));
    assertThat(directions.of(shown).signs()).containsExactly(-1, 1);
    assertThat(MonotoneDirections.FREE.of(shown).free()).isTrue();
  }
}
