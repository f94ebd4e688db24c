package io.clairscore.pipelines.synthetic;

import java.util.random.RandomGenerator;

/**
 * What the history rows of a client have in common. The variable of a row mixes the trait of its
 * client with noise of its own, in the proportion the real rows show (the intraclass correlation).
 */
enum Trait {
  B_AGE,
  B_CLOSED,
  B_CARD,
  B_SUM,
  B_DEBT,
  B_LATE,
  P_REFUSED,
  P_CANCELED,
  P_CASH,
  P_AGE,
  P_AMT,
  L_LATE(0.3),
  C_DRAW(0.5),
  C_BAL(0.5);

  private final double centre;
  private final double spread;
  private final double share;
  private final double ofClient;
  private final double ofRow;

  Trait() {
    this(Double.NaN);
  }

  /** A trait whose share between clients is set here, for want of a measured one. */
  Trait(double share) {
    Statistics statistics = Statistics.published();
    // Clients with many rows weigh more among rows: centred so, rows keep their marginals.
    this.centre = statistics.parameter("centre." + name());
    this.spread = statistics.parameter("spread." + name());
    this.share = Double.isNaN(share) ? statistics.parameter("intraclass." + name()) : share;
    this.ofClient = Math.sqrt(this.share);
    this.ofRow = Math.sqrt(1 - this.share);
  }

  double centred(double z) {
    return (z - centre) / spread;
  }

  /** A row's variable: standard normal over all rows. */
  double mixed(Client client, double noise) {
    return ofClient * client.trait(this) + ofRow * noise;
  }

  double mixed(Client client, RandomGenerator random) {
    return mixed(client, random.nextGaussian());
  }
}
