package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.NumberColumn;

/**
 * The amounts one lever can take for one client in one direction, the nearest first: cent by cent
 * down or up from the client's own.
 *
 * @param rank place of the lever in the specification; changes apply in this order
 * @param own the client's own amount, above zero
 * @param sign -1 to lower the amount, 1 to raise it
 * @param size how many cents it can move
 */
record Course(Lever lever, int rank, double own, int sign, long size) {
  /** Nobody asks for a part of a cent. */
  private static final double CENTS = 100;

  /** Amounts are first said in units of a hundredth of their leading digit's place. */
  private static final int FIRST_GRADE = 2;

  /** The course as far as the lever itself allows; links may shorten it. */
  static Course of(Lever lever, int rank, double own, int sign) {
    double cents = Math.rint(own * CENTS);
    double room =
        sign < 0 ? cents - own * lever.least() * CENTS : own * lever.most() * CENTS - cents;
    return new Course(lever, rank, own, sign, (long) Math.max(0, Math.floor(room)));
  }

  Course ofSize(long steps) {
    return new Course(lever, rank, own, sign, steps);
  }

  /** The amount at a step; step 0 is the client's own, and the distance grows with the step. */
  double value(long step) {
    return step == 0 ? own : (Math.rint(own * CENTS) + sign * step) / CENTS;
  }

  /** How far an amount is from the client's own, relative to it. */
  double distance(double value) {
    return Math.abs(value - own) / own;
  }

  /** A step before which every amount lies within a distance, or the last one. */
  long within(double distance) {
    return (long) Math.min(size, Math.ceil(distance * own * CENTS) + 1);
  }

  /** Writes an amount, and what follows from it, into an application. */
  void apply(double value, Rows application) {
    if (value == own) {
      return;
    }
    double factor = value / own;
    double cell = application.number(lever.leading(), 0);
    // Times the factor would miss the value by a rounding error.
    application.set(lever.leading(), 0, cell == own ? value : cell * factor);
    for (NumberColumn follower : lever.followers()) {
      application.set(follower, 0, application.number(follower, 0) * factor);
    }
  }

  /**
   * A round amount at or beyond an amount; the higher the grade, the nearer. From some grade on it
   * is the amount itself.
   */
  double rounded(double value, int grade) {
    int places = FIRST_GRADE + grade - (int) Math.floor(Math.log10(own));
    if (places >= 2) {
      return value;
    }
    double unit = Math.pow(10, Math.abs(places));
    double units = places < 0 ? value / unit : value * unit;
    double whole = sign < 0 ? Math.floor(units) : Math.ceil(units);
    return places < 0 ? whole * unit : whole / unit;
  }
}
