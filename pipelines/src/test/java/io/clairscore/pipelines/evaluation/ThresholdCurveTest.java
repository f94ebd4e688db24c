package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.scorer.Isotonic;
import io.clairscore.scorer.Platt;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thresholds over scores with many ties, against the loops of {@link SlowEvidence}. */
class ThresholdCurveTest {
  private static final Platt CALIBRATION = new Platt(0.9, -0.3);
  private final Random random = new Random(11);
  private final Scores training = clients(237);
  private final Scores apart = clients(101);
  private final ThresholdCurve curve = curve(CALIBRATION::probability);

  private ThresholdCurve curve(DoubleUnaryOperator calibration) {
    return ThresholdCurve.of(training.clients(), apart.clients(), calibration);
  }

  private Scores clients(int count) {
    double[] margin =
        IntStream.range(0, count).mapToDouble(i -> random.nextInt(40) / 8.0 - 3).toArray();
    int[] target =
        DoubleStream.of(margin)
            .mapToInt(of -> random.nextDouble() * 9 < of + 3.5 ? 1 : 0)
            .toArray();
    double[] probability = DoubleStream.of(margin).map(CALIBRATION::probability).toArray();
    int[] none = new int[count];
    return new Scores(new ScoredClients(none, target, none, margin), probability);
  }

  private static SlowEvidence slow(Scores outcomes) {
    return new SlowEvidence(
        IntStream.range(0, outcomes.clients().size())
            .mapToObj(
                i ->
                    new SlowEvidence.Client(
                        outcomes.clients().target()[i],
                        0,
                        outcomes.clients().margin()[i],
                        outcomes.probability()[i],
                        false))
            .toList());
  }

  @Test
  void countsAsALoopWould() {
    SlowEvidence slow = slow(training);
    for (double margin = -4; margin < 3; margin += 0.0625) {
      SlowEvidence.Counts expected = slow.at(margin);
      Confusion found = curve.at(margin).training();
      assertThat(found)
          .isEqualTo(new Confusion(expected.tp(), expected.fn(), expected.fp(), expected.tn()));
      if (found.truePositives() > 0) {
        assertThat(found.f1()).isCloseTo(expected.f1(), within(1e-12));
      }
    }
  }

  @Test
  void findsTheBestThresholdAsALoopWould() {
    SlowEvidence slow = slow(training);
    assertThat(curve.training().best(Confusion::accuracy))
        .isEqualTo(slow.best(SlowEvidence.Counts::accuracy));
    assertThat(curve.training().best(Confusion::f1)).isEqualTo(slow.best(SlowEvidence.Counts::f1));
  }

  @Test
  void refusesFromAProbabilityOnExactlyThoseWhoReachIt() {
    for (double probability : new double[] {0.01, 0.0909, 0.5, CALIBRATION.probability(0.5)}) {
      Place place = curve.from(probability);
      long reached = DoubleStream.of(training.probability()).filter(p -> p >= probability).count();
      assertThat(place.training().truePositives() + place.training().falsePositives())
          .isEqualTo(reached);
    }
    assertThat(curve.from(0.9999).training().refusalRate()).isZero();
  }

  @Test
  void aPlateauOfTheCalibrationIsRefusedWhole() {
    Isotonic steps = new Isotonic(new double[] {-1, 0, 1}, new double[] {0.1, 0.3, 0.3});
    assertThat(curve(steps::probability).from(0.3).margin()).isCloseTo(0, within(1e-9));
  }

  @Test
  void theGridGoesFromNobodyToEverybodyWithTheGivenPlaces() {
    List<Place> grid = curve.grid(DoubleStream.of(-0.01));
    assertThat(grid.get(0).training().refusalRate()).isZero();
    assertThat(grid.get(0).holdOut().refusalRate()).isZero();
    assertThat(grid.get(grid.size() - 1).training().refusalRate()).isEqualTo(1);
    assertThat(grid)
        .extracting(Place::margin)
        .contains(-0.01)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void constantScoresDoNotRank() {
    double[] equal = {1, 1, 1};
    int[] none = new int[3];
    Scores same =
        new Scores(new ScoredClients(none, new int[] {0, 1, 0}, none, equal), new double[3]);
    assertThat(ThresholdCurve.of(same, same).ranks()).isFalse();
    assertThat(ThresholdCurve.of(training, apart).ranks()).isTrue();
  }

  @Test
  void wilsonsIntervalIsThatOfTheTextbook() {
    // 10 of 100: SciPy's binomtest(10, 100).proportion_ci(method="wilson").
    Reliability.Bin bin = new Reliability.Bin(100, 0.1, 10);
    assertThat(bin.interval().low()).isCloseTo(0.05522914, within(1e-7));
    assertThat(bin.interval().high()).isCloseTo(0.17436566, within(1e-7));
  }

  @Test
  void classesOfEqualSizeHoldEveryClientOnce() {
    Reliability reliability = Reliability.of(training);
    assertThat(reliability.bins().stream().mapToInt(Reliability.Bin::clients).sum()).isEqualTo(237);
    assertThat(reliability.error()).isCloseTo(slow(training).calibrationError(), within(1e-12));
  }
}
