package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

  /** By definition: round down, then one more to the largest remainder, the first among equals. */
  private static int[] slowly(double[] exact, int total) {
    int[] rounded = Arrays.stream(exact).mapToInt(x -> (int) Math.floor(x)).toArray();
    List<Integer> order = new ArrayList<>(IntStream.range(0, exact.length).boxed().toList());
    order.sort(
        Comparator.<Integer>comparingDouble(i -> -(exact[i] - Math.floor(exact[i])))
            .thenComparing(i -> i));
    int missing = total - Arrays.stream(rounded).sum();
    for (int i = 0; i < missing; i++) {
      rounded[order.get(i)]++;
    }
    return rounded;
  }

  @Test
  void addsUpAndAgreesWithTheDefinitionOnRandomNumbers() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 1_000; round++) {
      double scale = Math.pow(10, random.nextInt(5) - 2);
      double[] exact =
          random
              .doubles(1 + random.nextInt(60), -scale, scale)
              .map(x -> random.nextInt(3) == 0 ? Math.rint(x * 4) / 4 : x)
              .map(x -> random.nextInt(4) == 0 ? 0 : x)
              .toArray();
      int total = (int) Math.floor(Arrays.stream(exact).sum() + 0.5);

      int[] rounded = Apportionment.of(exact, total);

      assertThat(rounded).as("of %s", Arrays.toString(exact)).isEqualTo(slowly(exact, total));
      assertThat(Arrays.stream(rounded).sum()).isEqualTo(total);
      for (int i = 0; i < exact.length; i++) {
        assertThat(Math.abs(rounded[i] - exact[i])).isLessThan(1);
      }
    }
  }

  @Test
  void servesEqualRemaindersInTheOrderOfTheNumbers() {
    assertThat(Apportionment.of(new double[] {0.5, 0.5, 0.5, 0.5}, 2)).containsExactly(1, 1, 0, 0);
    assertThat(Apportionment.of(new double[] {-0.5, -0.5}, -1)).containsExactly(0, -1);
  }

  @Test
  void leavesWhatIsZeroOrWholeAlone() {
    assertThat(Apportionment.of(new double[] {0, 0.3, 0, -2, 0.4}, -1))
        .containsExactly(0, 0, 0, -2, 1);
    assertThat(Apportionment.of(new double[0], 0)).isEmpty();
    assertThat(Apportionment.of(new double[] {-0.0, 0}, 0)).containsExactly(0, 0);
  }

  @Test
  void keepsManyNumbersOfAlmostNothingTogether() {
    double[] specks = new double[1000];
    Arrays.fill(specks, 0.009);

    assertThat(Arrays.stream(Apportionment.of(specks, 9)).sum()).isEqualTo(9);
  }

  @Test
  void bearsWhatTheFloatsBehindTheNumbersLeaveOver() {
    assertThat(Apportionment.of(new double[] {3.0, -1.0}, 3)).containsExactly(4, -1);
    assertThat(Apportionment.of(new double[] {3.0, -1.0}, 1)).containsExactly(2, -1);
    assertThat(Apportionment.of(new double[] {Math.nextDown(2.0)}, 2)).containsExactly(2);
    assertThat(Apportionment.of(new double[] {Math.nextUp(2.0)}, 2)).containsExactly(2);
  }

  @Test
  void refusesNumbersThatCannotMakeUpTheTotal() {
    for (double sum : new double[] {7, -7, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Apportionment.of(new double[] {sum}, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot make up 3");
    }
  }
}
