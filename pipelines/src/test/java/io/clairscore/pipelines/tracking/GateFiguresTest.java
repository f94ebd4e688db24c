package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.clairscore.pipelines.conf.BusinessConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateFiguresTest {
  private static final BusinessConf COSTS = new BusinessConf(10, 1);

  @TempDir Path folder;

  private static HoldOut clients(long seed, int size) {
    Random random = new Random(seed);
    int[] client = IntStream.range(0, size).toArray();
    int[] target = IntStream.range(0, size).map(i -> random.nextInt(5) == 0 ? 1 : 0).toArray();
    // Few distinct scores, so that many tie.
    double[] margin =
        IntStream.range(0, size).mapToDouble(i -> target[i] + random.nextInt(4)).toArray();
    double[] probability = Arrays.stream(margin).map(value -> 0.05 + value / 10).toArray();
    boolean[] refused = new boolean[size];
    for (int i = 0; i < size; i++) {
      refused[i] = margin[i] >= 3;
    }
    return new HoldOut(client, target, margin, probability, refused);
  }

  @Test
  void theAucIsTheShareOfPairsRankedRightly() {
    Random random = new Random(1);
    for (int trial = 0; trial < 50; trial++) {
      HoldOut clients = clients(trial, 60);
      int[] weight = IntStream.range(0, 60).map(i -> random.nextInt(3)).toArray();
      double rightly = 0;
      double pairs = 0;
      for (int bad = 0; bad < 60; bad++) {
        for (int good = 0; good < 60; good++) {
          if (clients.target()[bad] == 1 && clients.target()[good] == 0) {
            double times = weight[bad] * weight[good];
            double ahead = Double.compare(clients.margin()[bad], clients.margin()[good]);
            rightly += times * (ahead > 0 ? 1 : ahead == 0 ? 0.5 : 0);
            pairs += times;
          }
        }
      }
      assertThat(new WeightedAuc(clients.margin(), clients.target()).of(weight))
          .isCloseTo(rightly / pairs, offset(1e-12));
    }
  }

  @Test
  void theDifferenceOfCostsIsThatOfTheTwoModelsAndItsIntervalHoldsIt() {
    HoldOut clients = clients(3, 2000);
    boolean[] all = new boolean[2000];
    Arrays.fill(all, true);
    HoldOut refusing =
        new HoldOut(
            clients.client(), clients.target(), clients.margin(), clients.probability(), all);
    double ours = 0;
    double theirs = 0;
    for (int i = 0; i < 2000; i++) {
      boolean bad = clients.target()[i] == 1;
      ours += bad && !clients.refused()[i] ? 10 : !bad && clients.refused()[i] ? 1 : 0;
      theirs += bad ? 0 : 1;
    }
    PairedDifference found = PairedDifference.ofCost(clients, refusing, COSTS, 42);
    assertThat(found.value()).isCloseTo((ours - theirs) / 2000, offset(1e-12));
    assertThat(found.value()).isBetween(found.low(), found.high());
    // The interval is about as wide as the normal one of a mean.
    double[] each =
        IntStream.range(0, 2000)
            .mapToDouble(
                i ->
                    PairedDifference.cost(clients, i, COSTS)
                        - PairedDifference.cost(refusing, i, COSTS))
            .toArray();
    double mean = Arrays.stream(each).average().orElseThrow();
    double variance =
        Arrays.stream(each).map(value -> (value - mean) * (value - mean)).sum() / 1999;
    assertThat(found.high() - found.low())
        .isCloseTo(2 * 1.96 * Math.sqrt(variance / 2000), offset(0.015));
  }

  @Test
  void aModelDoesNotDifferFromItself() {
    HoldOut clients = clients(5, 500);
    assertThat(PairedDifference.ofCost(clients, clients, COSTS, 1))
        .isEqualTo(new PairedDifference(0, 0, 0));
    assertThat(PairedDifference.ofAuc(clients, clients, 1))
        .isEqualTo(new PairedDifference(0, 0, 0));
  }

  @Test
  void theStabilityIndexIsThatOfAHandWorkedTable() {
    double[] reference = IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
    assertThat(ScoreFigures.psi(reference, reference)).isZero();
    // Half of the clients of the first tenth have moved to the last one.
    double[] moved = reference.clone();
    Arrays.fill(moved, 0, 5, 0.95);
    double expected = (0.05 - 0.10) * Math.log(0.05 / 0.10) + (0.15 - 0.10) * Math.log(0.15 / 0.10);
    assertThat(ScoreFigures.psi(reference, moved)).isCloseTo(expected, offset(1e-12));
    // Nobody is left in the first tenth: it counts half a client of a hundred.
    Arrays.fill(moved, 0, 10, 0.95);
    double empty = (0.005 - 0.10) * Math.log(0.005 / 0.10) + (0.20 - 0.10) * Math.log(0.20 / 0.10);
    assertThat(ScoreFigures.psi(reference, moved)).isCloseTo(empty, offset(1e-12));
    double[] one = new double[50];
    assertThat(ScoreFigures.psi(one, one)).isZero();
  }

  @Test
  void theCalibrationErrorIsTheMeanDistanceOverTenths() {
    double[] probability = new double[100];
    int[] target = new int[100];
    for (int i = 0; i < 100; i++) {
      probability[i] = (i / 10) / 10.0;
      target[i] = i % 10 < i / 10 ? 1 : 0;
    }
    assertThat(ScoreFigures.calibrationError(probability, target)).isCloseTo(0, offset(1e-12));
    double[] shifted = Arrays.stream(probability).map(value -> value + 0.02).toArray();
    assertThat(ScoreFigures.calibrationError(shifted, target)).isCloseTo(0.02, offset(1e-12));
  }

  @Test
  void modelsAreComparedOnClientsBothHeldOut() {
    HoldOut all = clients(7, 6);
    HoldOut some =
        new HoldOut(
            new int[] {4, 9, 1}, new int[] {0, 0, 1}, new double[3], new double[3], new boolean[3]);
    HoldOut theirs = some.alongside(all);
    assertThat(theirs.client()).containsExactly(1, 4);
    HoldOut ours = all.alongside(theirs);
    assertThat(ours.client()).containsExactly(1, 4);
    assertThat(ours.margin()).containsExactly(all.margin()[1], all.margin()[4]);
  }

  @Test
  void aFileThatIsNotOneOfPredictionsIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "SK_ID_CURR,TARGET\n1,0\n");
    assertThatThrownBy(() -> HoldOut.read(file)).hasMessageContaining("first line");
    Path torn =
        Files.writeString(
            folder.resolve("b.csv"),
            "SK_ID_CURR,TARGET,set,fold,margin,probability,decision\n1,0,holdout,-1,0.");
    assertThatThrownBy(() -> HoldOut.read(torn)).isInstanceOf(IOException.class);
  }
}
