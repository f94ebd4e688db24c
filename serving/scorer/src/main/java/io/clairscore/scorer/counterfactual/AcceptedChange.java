package io.clairscore.scorer.counterfactual;

import java.util.List;

/**
 * A change of one or two inputs that would be accepted.
 *
 * @param steps one for each input, in the order of the specification
 * @param distance sum of the relative changes
 */
record AcceptedChange(List<Step> steps, double distance) {

  /** A place on a course. */
  record Step(Course course, long at) {}

  static AcceptedChange of(Course course, long at) {
    return new AcceptedChange(List.of(new Step(course, at)), course.distance(course.value(at)));
  }

  static AcceptedChange of(Course a, long atA, Course b, long atB) {
    double distance = a.distance(a.value(atA)) + b.distance(b.value(atB));
    return a.rank() < b.rank()
        ? new AcceptedChange(List.of(new Step(a, atA), new Step(b, atB)), distance)
        : new AcceptedChange(List.of(new Step(b, atB), new Step(a, atA)), distance);
  }
}
