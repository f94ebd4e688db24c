package io.clairscore.pipelines.study.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeParzenSamplerTest {
  private static final int POINTS = 40;
  private static final int SEEDS = 40;

  /**
   * A valley with its bottom, 0, at (0.2, 0.7, 0.5), steep in one direction and flat in another.
   */
  private static double valley(double[] point) {
    return Math.pow(point[0] - 0.2, 2)
        + 4 * Math.pow(point[1] - 0.7, 2)
        + 0.1 * Math.pow(point[2] - 0.5, 2);
  }

  private static double best(Sampler sampler, long seed) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double[] point = sampler.next(trials, new SplittableRandom(seed * 1000 + i));
      assertThat(point).hasSize(3);
      for (double place : point) {
        assertThat(place).isBetween(0.0, 1.0);
      }
      trials.add(new Trial(point, valley(point)));
    }
    return trials.stream().mapToDouble(Trial::loss).min().orElseThrow();
  }

  @Test
  void findsDeeperPlacesThanChance() {
    int wins = 0;
    double ours = 0;
    double chance = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double tpe = best(new TreeParzenSampler(3, 8), seed);
      double random = best(Sampler.random(3), seed);
      wins += tpe < random ? 1 : 0;
      ours += tpe / SEEDS;
      chance += random / SEEDS;
    }
    // By chance alone 26 of 40 are exceeded once in fifty.
    assertThat(wins).isGreaterThan(26);
    assertThat(ours).isLessThan(chance / 2);
  }

  @Test
  void choosesTheSameFromTheSameTrials() {
    List<Trial> trials = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      double[] point = Sampler.random(2).next(List.of(), random);
      trials.add(new Trial(point, point[0]));
    }
    Sampler sampler = new TreeParzenSampler(2, 5);
    assertThat(sampler.next(trials, new SplittableRandom(3)))
        .isEqualTo(sampler.next(trials, new SplittableRandom(3)));
  }

  @Test
  void spreadsItsDensityOverTheWholeRange() {
    ParzenDensity density = new ParzenDensity(new double[] {0, 0.3, 0.31, 0.31, 1});
    double sum = 0;
    int steps = 100_000;
    for (int i = 0; i < steps; i++) {
      double at = density.at((i + 0.5) / steps);
      assertThat(at).isPositive();
      sum += at / steps;
    }
    assertThat(sum).isCloseTo(1, within(1e-4));
  }

  @Test
  void drawsAsItsDensitySays() {
    ParzenDensity density = new ParzenDensity(new double[] {0.1, 0.15, 0.9});
    SplittableRandom random = new SplittableRandom(5);
    int draws = 20_000;
    int[] counts = new int[4];
    for (int i = 0; i < draws; i++) {
      counts[(int) Math.min(3, density.draw(random) * 4)]++;
    }
    for (int quarter = 0; quarter < 4; quarter++) {
      double share = 0;
      for (int i = 0; i < 1000; i++) {
        share += density.at((quarter + (i + 0.5) / 1000) / 4) / 4000;
      }
      assertThat((double) counts[quarter] / draws).isCloseTo(share, within(0.015));
    }
  }
}
