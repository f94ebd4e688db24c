package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;

/** Absent, then handed in. */
record SupplyCourse(SupplyLever lever, int rank) implements Course {

  @Override
  public long size() {
    return 1;
  }

  @Override
  public double value(long step) {
    return step;
  }

  @Override
  public double distance(double value) {
    return value * lever.cost();
  }

  @Override
  public long within(double distance) {
    return 1;
  }

  @Override
  public void apply(double value, Rows application) {
    application.set(lever.leading(), 0, value);
  }

  @Override
  public double rounded(double value, int grade) {
    return value;
  }
}
