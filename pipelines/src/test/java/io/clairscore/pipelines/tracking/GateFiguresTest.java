package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.training.SyntheticClients;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateFiguresTest {

  /** The index of tenths that hold so many of the reference and of the others, 100 clients each. */
  private static double byHand(int[] before, int[] after) {
    double index = 0;
    for (int tenth = 0; tenth < before.length; tenth++) {
      double p = (before[tenth] + 0.5) / (100 + 0.5 * before.length);
      double q = (after[tenth] + 0.5) / (100 + 0.5 * before.length);
      index += (p - q) * Math.log(p / q);
    }
    return index;
  }

  @Test
  void theShareOfRefusedClientsWithRecourseIsHeldAgainstTheLeastThatIsAsked() throws IOException {
    Gate gate =
        new Gate(
            SyntheticClients.configuration("tracking.gate.recourseRate=0.2").tracking().gate(),
            SyntheticClients.configuration().business(),
            1,
            false);
    String measured =
        "{\"refused\": 90, \"searched\": 50, \"found\": %d, \"rate\": {\"value\": %s, \"low\": 0.1,"
            + " \"high\": 0.3}}";
    ObjectMapper json = new ObjectMapper();

    assertThat(gate.recourse(json.readTree(measured.formatted(10, "0.2"))))
        .satisfies(check -> assertThat(check.failed()).isFalse())
        .extracting(GateCheck::found)
        .isEqualTo(
            "a realistic change suffices for 10 of 50 refused clients, 0.200 [0.100, 0.300]");
    assertThat(gate.recourse(json.readTree(measured.formatted(9, "0.18"))).failed()).isTrue();
    assertThat(gate.recourse(json.readTree("null")).outcome())
        .isEqualTo(GateCheck.Outcome.NOT_JUDGED);
  }

  @Test
  void theStabilityIndexIsThatOfAHandWorkedTable() {
    double[] reference = IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
    int[] tens = new int[10];
    Arrays.fill(tens, 10);
    assertThat(ScoreFigures.stabilityIndex(reference, reference)).isZero();
    // Half of the clients of the first tenth have moved to the last one.
    double[] moved = reference.clone();
    Arrays.fill(moved, 0, 5, 0.95);
    int[] after = tens.clone();
    after[0] = 5;
    after[9] = 15;
    assertThat(ScoreFigures.stabilityIndex(reference, moved))
        .isCloseTo(byHand(tens, after), offset(1e-12));
    // Nobody is left in the first tenth: it counts half a client.
    Arrays.fill(moved, 0, 10, 0.95);
    after[0] = 0;
    after[9] = 20;
    assertThat(ScoreFigures.stabilityIndex(reference, moved))
        .isCloseTo(byHand(tens, after), offset(1e-12));
    double[] one = new double[50];
    assertThat(ScoreFigures.stabilityIndex(one, one)).isZero();
  }
}
