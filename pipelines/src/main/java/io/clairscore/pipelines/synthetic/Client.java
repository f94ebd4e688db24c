package io.clairscore.pipelines.synthetic;

import java.util.EnumMap;
import java.util.Map;

/**
 * One client before its rows: who it is, and the latent values its rows are drawn from.
 *
 * @param number number in the population, from 0
 * @param labelled whether its outcome is known
 * @param seed seed of the population
 * @param z latent variables of the application block
 * @param bureauCredits credits elsewhere
 * @param applications earlier applications here
 * @param traits centred traits that its history rows share
 */
record Client(
    int number,
    boolean labelled,
    long seed,
    double[] z,
    int bureauCredits,
    int applications,
    Map<Trait, Double> traits) {

  Client {
    traits = new EnumMap<>(traits);
  }

  int id() {
    return Population.clientId(number);
  }

  double trait(Trait trait) {
    return traits.get(trait);
  }
}
