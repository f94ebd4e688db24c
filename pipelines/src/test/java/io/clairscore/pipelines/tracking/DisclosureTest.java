package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  private static final List<String> ALL = Catalogue.core().names();

  @Test
  void aModelOfInputsThatMayBeToldPasses() {
    List<String> fair =
        Catalogue.core().features().stream().filter(Feature::decides).map(Feature::name).toList();
    GateCheck check = Disclosure.of(fair, false);
    assertThat(check.failed()).isFalse();
    assertThat(check.found()).isEqualTo("all 382 inputs may be told");
  }

  @Test
  void aModelThatSeesTheSexIsRefusedByNameUnlessAskedForExpressly() {
    GateCheck check = Disclosure.of(List.of("EXT_SOURCE_1", "CODE_GENDER"), false);
    assertThat(check.failed()).isTrue();
    assertThat(check.found())
        .isEqualTo("1 of 2 inputs may not be told to a client, among them CODE_GENDER (SEX)");

    GateCheck allowed = Disclosure.of(ALL, true);
    assertThat(allowed.failed()).isFalse();
    assertThat(allowed.found())
        .startsWith("359 of 741 inputs may not be told")
        .endsWith("asked for expressly");
  }
}
