package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final BusinessConf COSTS = new BusinessConf(10, 1);
  private final Bootstrap bootstrap = new Bootstrap(4000, 9);

  @Test
  void agreesWithTheNormalIntervalOfTheMeanDifference() {
    Random random = new Random(4);
    double[] a = new double[2000];
    double[] b = new double[2000];
    for (int i = 0; i < a.length; i++) {
      // What both share is large and must cancel.
      double shared = 100 * random.nextGaussian();
      a[i] = shared + random.nextGaussian() + 0.1;
      b[i] = shared;
    }
    double mean = 0;
    double square = 0;
    for (int i = 0; i < a.length; i++) {
      mean += (a[i] - b[i]) / a.length;
      square += (a[i] - b[i]) * (a[i] - b[i]) / a.length;
    }
    double error = Math.sqrt((square - mean * mean) / a.length);
    Estimate estimate = bootstrap.difference(a, b);
    assertThat(estimate.value()).isCloseTo(mean, within(1e-9));
    assertThat(estimate.low()).isCloseTo(mean - 1.96 * error, within(0.15 * error));
    assertThat(estimate.high()).isCloseTo(mean + 1.96 * error, within(0.15 * error));
    assertThat(bootstrap.difference(a, b)).isEqualTo(estimate);
  }

  @Test
  void findsNoDifferenceBetweenAFigureAndItself() {
    double[] figure = {1, 0, 10, 0};
    assertThat(bootstrap.difference(figure, figure)).isEqualTo(new Estimate(0, 0, 0));
  }

  @Test
  void refusesFiguresOfDifferentClients() {
    assertThatThrownBy(() -> bootstrap.difference(new double[2], new double[3]))
        .hasMessageContaining("no pairs");
  }

  /** Few distinct scores, so that many tie. */
  private static Decisions clients(long seed, int size) {
    Random random = new Random(seed);
    int[] target = IntStream.range(0, size).map(i -> random.nextInt(5) == 0 ? 1 : 0).toArray();
    double[] margin =
        IntStream.range(0, size).mapToDouble(i -> target[i] + random.nextInt(4)).toArray();
    double[] probability = Arrays.stream(margin).map(value -> 0.05 + value / 10).toArray();
    int[] client = IntStream.range(0, size).toArray();
    return Decisions.at(
        new Scores(new ScoredClients(client, target, new int[size], margin), probability), 3);
  }

  @Test
  void findsHowMuchLessTheDecisionsOfOneModelCost() {
    Decisions clients = clients(3, 2000);
    int[] target = clients.scores().clients().target();
    double ours = 0;
    double theirs = 0;
    for (int i = 0; i < 2000; i++) {
      boolean bad = target[i] == 1;
      ours += bad && !clients.refused()[i] ? 10 : !bad && clients.refused()[i] ? 1 : 0;
      theirs += bad ? 0 : 1;
    }
    double[] mine = clients.costs(COSTS);
    double[] others = clients.all(true).costs(COSTS);
    Estimate found = new Bootstrap(1000, 42).difference(mine, others);
    assertThat(found.value()).isCloseTo((ours - theirs) / 2000, within(1e-12));
    assertThat(found.value()).isBetween(found.low(), found.high());
    // The interval is about as wide as the normal one of a mean.
    double[] each = IntStream.range(0, 2000).mapToDouble(i -> mine[i] - others[i]).toArray();
    double mean = Arrays.stream(each).average().orElseThrow();
    double variance =
        Arrays.stream(each).map(value -> (value - mean) * (value - mean)).sum() / 1999;
    assertThat(found.high() - found.low())
        .isCloseTo(2 * 1.96 * Math.sqrt(variance / 2000), within(0.015));
  }

  @Test
  void findsNoDifferenceBetweenAModelAndItself() {
    ScoredClients clients = clients(5, 500).scores().clients();
    assertThat(bootstrap.aucDifference(clients, clients)).isEqualTo(new Estimate(0, 0, 0));
  }

  @Test
  void drawsTheSameClientsForBothModelsAsASlowLoopDoes() {
    ScoredClients ours = clients(6, 60).scores().clients();
    ScoredClients theirs =
        new ScoredClients(
            ours.client(), ours.target(), ours.fold(), clients(9, 60).scores().clients().margin());
    double[] draws = new double[50];
    SplittableRandom random = new SplittableRandom(7);
    for (int draw = 0; draw < draws.length; draw++) {
      int[] drawn = IntStream.range(0, 60).map(i -> random.nextInt(60)).toArray();
      draws[draw] = slowAuc(ours, drawn) - slowAuc(theirs, drawn);
    }
    Arrays.sort(draws);
    Estimate found = new Bootstrap(50, 7).aucDifference(ours, theirs);
    // Percentiles at 2.5 % and 97.5 % of 51 places: between the first two and the last two draws.
    assertThat(found.low()).isCloseTo(draws[0] + 0.275 * (draws[1] - draws[0]), within(1e-12));
    assertThat(found.high()).isCloseTo(draws[48] + 0.725 * (draws[49] - draws[48]), within(1e-12));
  }

  /** Share of the pairs of drawn clients that are ranked rightly. */
  private static double slowAuc(ScoredClients clients, int[] drawn) {
    double won = 0;
    double pairs = 0;
    for (int bad : drawn) {
      for (int good : drawn) {
        if (clients.target()[bad] == 1 && clients.target()[good] == 0) {
          double ahead = Double.compare(clients.margin()[bad], clients.margin()[good]);
          won += ahead > 0 ? 1 : ahead == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return won / pairs;
  }
}
