package io.clairscore.scorer.counterfactual;

import java.util.List;

/**
 * A change of one or two inputs that the search has found.
 *
 * @param steps one for each input, in the order of the specification
 * @param distance sum of the relative changes
 */
record Change(List<Step> steps, double distance) {

  /**
   * A second input that spares less than a twentieth of an amount is not worth asking for. A
   * judgement.
   */
  private static final double WORTH_ASKING = 0.05;

  /** A place on a course. */
  record Step(Course course, long at) {}

  /** Whether a change of one input is so near to one of two that it is told instead. */
  static boolean isHardlyFarther(double one, double two) {
    return one - two < WORTH_ASKING;
  }

  static Change of(Course course, long at) {
    return new Change(List.of(new Step(course, at)), course.distance(course.value(at)));
  }

  static Change of(Course a, long atA, Course b, long atB) {
    double distance = a.distance(a.value(atA)) + b.distance(b.value(atB));
    return a.rank() < b.rank()
        ? new Change(List.of(new Step(a, atA), new Step(b, atB)), distance)
        : new Change(List.of(new Step(b, atB), new Step(a, atA)), distance);
  }
}
