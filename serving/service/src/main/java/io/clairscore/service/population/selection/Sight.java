package io.clairscore.service.population.selection;

import io.clairscore.features.use.Ground;
import io.clairscore.features.use.Ruling;
import java.util.EnumSet;
import java.util.Set;

/** How much of the population somebody may explore. */
public enum Sight {
  /**
   * What may decide about a credit: so an advisor sees the others as the decision saw the client.
   */
  ADVICE,
  /**
   * Besides, what fairness is measured by, and what a model for research may read; but nothing that
   * tells of health, pregnancy or religion.
   */
  REVIEW;

  private static final Set<Ground> NOBODY =
      EnumSet.of(Ground.HEALTH, Ground.PREGNANCY, Ground.RELIGION, Ground.KEY, Ground.OUTCOME);

  /** Whether somebody may explore by what is ruled so. */
  public boolean sees(Ruling ruling) {
    return ruling.decides() || this == REVIEW && !NOBODY.contains(ruling.ground());
  }
}
