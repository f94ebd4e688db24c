package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import java.util.ArrayList;
import java.util.List;

/** Finds the courses that are open to a client: those of levers that concern the application. */
final class Courses {
  private final Levers levers;
  private final Draft draft;

  Courses(Levers levers, Draft draft) {
    this.levers = levers;
    this.draft = draft;
  }

  /** The courses with at least one step, in the order of the levers. */
  List<Course> open() {
    List<Course> courses = new ArrayList<>();
    for (int rank = 0; rank < levers.levers().size(); rank++) {
      Lever lever = levers.levers().get(rank);
      if (lever.concerns(draft.own())) {
        courses.addAll(ofLever(lever, rank));
      }
    }
    return courses;
  }

  private List<Course> ofLever(Lever lever, int rank) {
    double own = draft.own().number(lever.leading(), 0);
    List<Course> courses = new ArrayList<>();
    if (own > 0) {
      for (int sign : new int[] {-1, 1}) {
        Course whole = Course.of(lever, rank, own, sign);
        Course allowed = whole.ofSize(lastAllowed(whole));
        if (allowed.size() > 0) {
          courses.add(allowed);
        }
      }
    }
    return courses;
  }

  /** The last step that respects every link; links are left once, and not entered again. */
  private long lastAllowed(Course course) {
    if (allows(course, course.size())) {
      return course.size();
    }
    long allowed = 0;
    long refused = course.size();
    while (refused - allowed > 1) {
      long middle = allowed + (refused - allowed) / 2;
      if (allows(course, middle)) {
        allowed = middle;
      } else {
        refused = middle;
      }
    }
    return allowed;
  }

  private boolean allows(Course course, long step) {
    Rows own = draft.own();
    return levers.allow(own, draft.with(course, course.value(step)));
  }
}
