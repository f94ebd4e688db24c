package io.clairscore.service.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  /** Durations of many sizes, as counted in two windows that are added up. */
  @Test
  void aPercentileIsKnownWithinATenth() {
    Random random = new Random(1);
    long[] nanos =
        random
            .doubles(5000)
            .mapToLong(share -> (long) (60_000 * Math.pow(10, 5 * share)))
            .toArray();
    RequestCounts counts = new RequestCounts();
    Arrays.stream(nanos, 0, 2000).forEach(each -> counts.add(200, each));
    ServiceTally first = counts.take();
    Arrays.stream(nanos, 2000, nanos.length).forEach(each -> counts.add(200, each));
    ServiceTally both = first.plus(counts.take());
    long[] sorted = Arrays.stream(nanos).sorted().toArray();
    assertThat(both.requests()).isEqualTo(nanos.length);
    for (double share : new double[] {0.01, 0.5, 0.95, 0.99, 0.999}) {
      double exact = sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
      assertThat(both.latencies().percentile(share)).isEqualTo(exact, within(exact / 10));
    }
  }

  @Test
  void whatIsBeyondTheCellsIsInTheOuterOnes() {
    assertThat(Latencies.cell(0)).isZero();
    assertThat(Latencies.cell(1)).isZero();
    assertThat(Latencies.cell(Long.MAX_VALUE)).isEqualTo(Latencies.CELLS - 1);
    assertThat(Latencies.NONE.percentile(0.5)).isNaN();
  }

  @Test
  void failuresAndWhatWasShedAreToldApart() {
    RequestCounts counts = new RequestCounts();
    for (int status : new int[] {200, 204, 304, 400, 404, 429, 500, 503, 503}) {
      counts.add(status, 1000);
    }
    ServiceTally tally = counts.take();
    assertThat(tally.requests()).isEqualTo(9);
    assertThat(tally.refused()).isEqualTo(3);
    assertThat(tally.failed()).isEqualTo(1);
    assertThat(tally.shed()).isEqualTo(2);
    assertThat(counts.take().requests()).as("what was taken is gone").isZero();
  }
}
