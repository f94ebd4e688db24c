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
    double[] z = latents.draw(random);
    for (int i = 0; i < z.length; i++) {
      if (traits[i] != null) {
        z[i] = traits[i].mixed(client, z[i]);
      }
    }
    return z;
  }
}
