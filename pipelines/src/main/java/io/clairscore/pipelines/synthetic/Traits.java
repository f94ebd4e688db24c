package io.clairscore.pipelines.synthetic;

import java.util.random.RandomGenerator;

/** Latent variables of a row, some of which share a trait of the client. */
final class Traits {
  private final Latents latents;
  private final Trait[] traits;

  Traits(Latents latents) {
    this.latents = latents;
    this.traits = new Trait[latents.size()];
  }

  /** Ties a variable to a trait; a variable the block does not draw is left out. */
  Traits with(String variable, Trait trait) {
    int at = latents.position(variable);
    if (at >= 0) {
      traits[at] = trait;
    }
    return this;
  }

  double[] draw(Client client, RandomGenerator random) {
    if (traits.length == 0) {
      return new double[0];
    }
    double first = random.nextGaussian();
    // What a trait does to the first variable, the block's correlations carry on to the others.
    double[] z =
        latents.drawAfter(traits[0] == null ? first : traits[0].mixed(client, first), random);
    for (int i = 1; i < z.length; i++) {
      if (traits[i] != null) {
        z[i] = traits[i].mixed(client, z[i]);
      }
    }
    return z;
  }
}
