package io.clairscore.pipelines.study.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.study.search.Dimension.Scale;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpaceTest {
  private final Space space =
      new Space(
          List.of(
              new Dimension("depth", 3, 8, Scale.INTEGER),
              new Dimension("lambda", 1, 100, Scale.LOGARITHMIC),
              new Dimension("share", 0.5, 1, Scale.LINEAR)));

  @Test
  void findsAValueAgainAtItsPlace() {
    Map<String, Double> values = Map.of("depth", 5.0, "lambda", 10.0, "share", 0.6);
    space
        .values(space.point(values))
        .forEach((name, value) -> assertThat(value).isCloseTo(values.get(name), within(1e-12)));
    assertThat(space.point(values)[1]).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void givesWholeNumbersEqualPartsAndBothEnds() {
    Dimension depth = space.dimensions().get(0);
    int[] counts = new int[9];
    for (int i = 0; i < 6000; i++) {
      counts[(int) depth.value((i + 0.5) / 6000)]++;
    }
    assertThat(counts).containsExactly(0, 0, 0, 1000, 1000, 1000, 1000, 1000, 1000);
    assertThat(depth.value(1)).isEqualTo(8);
  }

  @Test
  void refusesARangeThatIsNone() {
    assertThatThrownBy(() -> new Dimension("x", 2, 2, Scale.LINEAR)).hasMessageContaining("x");
    assertThatThrownBy(() -> new Dimension("x", 0, 2, Scale.LOGARITHMIC))
        .hasMessageContaining("LOGARITHMIC");
  }
}
