package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;

/**
 * The values one lever can take for one client in one direction, the nearest first. Step 0 is the
 * client's own value; the distance grows with the step.
 */
sealed interface Course permits AmountCourse, SupplyCourse {

  Lever lever();

  /** Place of the lever in the specification; changes apply in this order. */
  int rank();

  /** The last step. */
  long size();

  double value(long step);

  /** How far a value is from the client's own, relative to it. */
  double distance(double value);

  /** A step before which every value lies within a distance, or the last one. */
  long within(double distance);

  /** Writes a value, and what follows from it, into an application. */
  void apply(double value, Rows application);

  /**
   * A round value at or beyond a value; the higher the grade, the nearer. From some grade on it is
   * the value itself.
   */
  double rounded(double value, int grade);
}
