package io.clairscore.scorer.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.dossier.Dossier;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against the slow one, on random models and invented applicants. */
class CounterfactualsOracleTest {
  /** Points of the slow search lie between cents. */
  private static final double A_CENT = 1e-6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void missesNoSmallerChangeOfOneInput(long seed) {
    RandomWorld world = RandomWorld.of(seed, 100, 30, 3, 0.3);
    for (Dossier dossier : world.refused()) {
      double slow = world.slow(dossier, 300).nearestSingle();

      assertThat(nearestSingle(world.search().of(dossier)))
          .as("slow search finds " + slow)
          .isLessThanOrEqualTo(slow + A_CENT);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void missesNoSmallerChangeOfTwoInputs(long seed) {
    RandomWorld world = RandomWorld.of(seed, 60, 30, 3, 0.3);
    for (Dossier dossier : world.refused()) {
      double slow = world.slow(dossier, 25).nearestPair();

      assertThat(nearest(world.search().of(dossier)))
          .as("slow search finds " + slow)
          .isLessThanOrEqualTo(slow + A_CENT);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void noneOfManyRandomSmallerChangesIsAccepted(long seed) {
    RandomWorld world = RandomWorld.of(seed, 60, 60, 4, 0.3);
    Random random = new Random(seed);
    for (Dossier dossier : world.refused()) {
      double distance = nearest(world.search().of(dossier));
      double within = Math.min(distance, 2) - A_CENT;
      SlowSearch slow = world.slow(dossier, 5);

      assertThat(slow.acceptedWithin(within, 500, random)).as("within " + within).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {38, 58})
  void noPointOfADenseGridHasMorePointsThanTheHighestChange(long seed) {
    RandomWorld world = RandomWorld.of(seed, 60, 30, 3, 0.9);
    for (Dossier dossier : world.refused()) {
      if (world.search().of(dossier) instanceof Outcome.NoRealisticChange none) {
        int highest = none.highest().map(Proposal::score).orElse(none.score()).points();

        assertThat(highest).isGreaterThanOrEqualTo(world.slow(dossier, 40).mostPoints());
      }
    }
  }

  private static double nearest(Outcome outcome) {
    return outcome instanceof Outcome.Found found
        ? found.best().leastDistance()
        : Double.POSITIVE_INFINITY;
  }

  private static double nearestSingle(Outcome outcome) {
    List<Proposal> single =
        outcome instanceof Outcome.Found found ? found.single() : List.<Proposal>of();
    return single.isEmpty() ? Double.POSITIVE_INFINITY : single.get(0).leastDistance();
  }
}
