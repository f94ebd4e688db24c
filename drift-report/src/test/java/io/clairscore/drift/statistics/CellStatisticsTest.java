package io.clairscore.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellStatisticsTest {

  @Test
  void theBankersIndexAddsHalfARowToEachCell() {
    CellCounts cells = new CellCounts(new long[] {3, 0}, new long[] {1, 5});

    double expected =
        (3.5 / 4 - 1.5 / 7) * Math.log((3.5 / 4) / (1.5 / 7))
            + (0.5 / 4 - 5.5 / 7) * Math.log((0.5 / 4) / (5.5 / 7));
    assertThat(StabilityIndex.bankers(cells)).isCloseTo(expected, within(1e-12));
    assertThat(StabilityIndex.bankers(new CellCounts(new long[2], new long[] {1, 2}))).isNaN();
    assertThat(StabilityIndex.evidently(new CellCounts(new long[2], new long[] {1, 2}))).isNaN();
  }

  @Test
  void agreeWithTheirDefinitionsOnRandomCells() {
    SplittableRandom random = new SplittableRandom(9);
    for (int round = 0; round < 300; round++) {
      int size = 2 + random.nextInt(8);
      CellCounts cells = new CellCounts(counts(random, size), counts(random, size));
      double n = cells.referenceTotal();
      double m = cells.currentTotal();
      double chiSquare = 0;
      double jensenShannon = 0;
      for (int i = 0; i < size; i++) {
        double r = cells.reference()[i] / n;
        double c = cells.current()[i] / m;
        double both = (cells.reference()[i] + cells.current()[i]) / (n + m);
        chiSquare += both == 0 ? 0 : (n * sq(r - both) + m * sq(c - both)) / both;
        jensenShannon += entropy((r + c) / 2) - entropy(r) / 2 - entropy(c) / 2;
      }

      assertThat(ChiSquare.homogeneity(cells).statistic())
          .as("%s", cells)
          .isCloseTo(chiSquare, within(1e-9 * (1 + chiSquare)));
      assertThat(sq(CramersV.of(cells)) * (n + m))
          .isCloseTo(chiSquare, within(1e-9 * (1 + chiSquare)));
      assertThat(sq(Divergence.jensenShannon(cells))).isCloseTo(jensenShannon, within(1e-12));
    }
  }

  @Test
  void twoProportionsAreTheChiSquareOfTwoCells() {
    SplittableRandom random = new SplittableRandom(12);
    for (int round = 0; round < 300; round++) {
      long n = 1 + random.nextInt(500);
      long m = 1 + random.nextInt(500);
      long hits = random.nextLong(n + 1);
      long currentHits = random.nextLong(m + 1);
      CellCounts cells =
          new CellCounts(new long[] {hits, n - hits}, new long[] {currentHits, m - currentHits});

      TestResult z = TwoProportions.z(hits, n, currentHits, m);

      assertThat(sq(z.statistic()))
          .as("%s", cells)
          .isCloseTo(ChiSquare.homogeneity(cells).statistic(), within(1e-9 * (n + m)));
      assertThat(z.pValue()).isCloseTo(ChiSquare.homogeneity(cells).pValue(), within(1e-9));
    }
  }

  /** Some cells are empty, but never all of a side. */
  private static long[] counts(SplittableRandom random, int size) {
    long[] counts = random.longs(size, 0, 60).map(x -> x < 15 ? 0 : x).toArray();
    counts[random.nextInt(size)]++;
    return counts;
  }

  private static double sq(double x) {
    return x * x;
  }

  private static double entropy(double share) {
    return share == 0 ? 0 : -share * Math.log(share);
  }

  @Test
  void aCutCountsAsOneLooksUpEachRow() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 300; round++) {
      double[] rows = random.doubles(40, 0, 10).map(x -> Math.rint(x * 2) / 2).toArray();
      ValueCounts sample = ValueCounts.ofAll(rows);
      double[] edges = random.doubles(1 + random.nextInt(6), 0, 10).sorted().distinct().toArray();
      boolean upperClosed = random.nextBoolean();
      if (random.nextBoolean()) {
        edges = Arrays.stream(edges).map(x -> Math.rint(x * 2) / 2).distinct().toArray();
      }

      long[] slowly = new long[edges.length + 1];
      for (double row : rows) {
        int cell = 0;
        for (double edge : edges) {
          cell += row > edge || (!upperClosed && row == edge) ? 1 : 0;
        }
        slowly[cell]++;
      }
      assertThat(new Cut(edges, upperClosed).count(sample)).isEqualTo(slowly);
    }
  }

  @Test
  void decilesShareAContinuousReferenceEqually() {
    ValueCounts reference =
        ValueCounts.ofAll(IntStream.rangeClosed(1, 1000).asDoubleStream().toArray());

    Cut deciles = Cut.atDeciles(reference);

    assertThat(deciles.edges()).containsExactly(100, 200, 300, 400, 500, 600, 700, 800, 900);
    assertThat(deciles.count(reference)).containsOnly(100);
    assertThat(Cut.atDeciles(ValueCounts.none()).cells()).isEqualTo(1);
  }

  @Test
  void decilesThatCoincideAreOneEdge() {
    double[] rows = new double[100];
    Arrays.fill(rows, 0, 55, 0.0);
    Arrays.setAll(rows, i -> i < 55 ? 0 : i);

    Cut deciles = Cut.atDeciles(ValueCounts.ofAll(rows));

    assertThat(deciles.edges()).containsExactly(0, 59, 69, 79, 89);
    assertThat(deciles.count(ValueCounts.ofAll(rows))).containsExactly(55, 5, 10, 10, 10, 10);
  }

  @Test
  void whatLiesAboveAReferenceThatIsCappedIsACell() {
    ValueCounts capped = ValueCounts.ofAll(0, 0, 0, 1, 1, 1, 1, 1, 1, 1);

    CellCounts cells = Cut.atDeciles(capped).count(capped, ValueCounts.ofAll(0, 1, 7, 7));

    assertThat(cells.reference()).containsExactly(3, 7, 0);
    assertThat(cells.current()).containsExactly(1, 1, 2);
  }

  @Test
  void sturgesOfIntegersIsNoNarrowerThanOne() {
    ValueCounts reference =
        ValueCounts.ofAll(IntStream.range(0, 3000).mapToDouble(i -> i % 5).toArray());

    assertThat(Cut.bySturges(reference, reference, true).cells()).isEqualTo(4);
    assertThat(Cut.bySturges(reference, reference, false).cells()).isEqualTo(14);
    ValueCounts constant = ValueCounts.ofAll(7, 7);
    assertThat(Cut.bySturges(constant, constant, false).cells()).isEqualTo(1);
  }

  @Test
  void noiseAloneMakesTheIndexThatIsForetold() {
    SplittableRandom random = new SplittableRandom(17);
    int rounds = 4_000;
    int rows = 1_000;
    double critical = StabilityIndex.criticalValue(rows, rows, 10, 0.05);
    double sum = 0;
    int above = 0;
    for (int round = 0; round < rounds; round++) {
      double index =
          StabilityIndex.bankers(new CellCounts(draws(random, rows), draws(random, rows)));
      sum += index;
      above += index > critical ? 1 : 0;
    }

    double expected = StabilityIndex.expectedFromNoise(rows, rows, 10);
    assertThat(sum / rounds).isCloseTo(expected, within(0.03 * expected));
    assertThat((double) above / rounds).isCloseTo(0.05, within(0.015));
    // The published critical values.
    assertThat(StabilityIndex.criticalValue(100, 100, 10, 0.05)).isCloseTo(0.338, within(5e-4));
    assertThat(critical).isCloseTo(0.034, within(5e-4));
    assertThat(StabilityIndex.criticalValue(307_511, 48_744, 10, 0.05))
        .isCloseTo(0.0004, within(5e-5));
  }

  @Test
  void qValuesAreTheLeastLevelThatDiscovers() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 200; round++) {
      double[] p = random.doubles(1 + random.nextInt(12)).map(x -> x * x).toArray();
      p[0] = random.nextInt(3) == 0 ? Double.NaN : p[0];

      double[] q = BenjaminiHochberg.adjust(p);

      for (int i = 0; i < p.length; i++) {
        assertThat(q[i]).as("of %s", Arrays.toString(p)).isCloseTo(slowly(p, i), within(1e-12));
      }
    }
  }

  /** Over all ranks from the one of this p-value up: p·tests / rank, the least. */
  private static double slowly(double[] p, int index) {
    double[] sorted = Arrays.stream(p).filter(x -> !Double.isNaN(x)).sorted().toArray();
    if (Double.isNaN(p[index])) {
      return Double.NaN;
    }
    double least = 1;
    for (int rank = 1; rank <= sorted.length; rank++) {
      if (sorted[rank - 1] >= p[index]) {
        least = Math.min(least, sorted[rank - 1] * sorted.length / rank);
      }
    }
    return least;
  }

  @Test
  void oneCellAloneSaysNothing() {
    CellCounts one = new CellCounts(new long[] {5, 0}, new long[] {7, 0});

    assertThat(CramersV.of(one)).isZero();
    assertThat(ChiSquare.homogeneity(one).pValue()).isEqualTo(1);
    assertThat(Divergence.jensenShannon(one)).isZero();
    assertThat(StabilityIndex.criticalValue(5, 7, 1, 0.05)).isZero();
  }

  private static long[] draws(SplittableRandom random, int rows) {
    long[] counts = new long[10];
    for (int i = 0; i < rows; i++) {
      counts[random.nextInt(10)]++;
    }
    return counts;
  }
}
