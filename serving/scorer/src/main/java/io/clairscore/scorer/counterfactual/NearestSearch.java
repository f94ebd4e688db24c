package io.clairscore.scorer.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The search for one client: every input alone, then every two that are nearer together. */
final class NearestSearch {
  private final List<Course> courses;
  private final Sweep sweep;
  private final PairSearch pairs;

  /**
   * A search.
   *
   * @param courses those open to the client
   */
  NearestSearch(List<Course> courses, Sweep sweep, PairSearch pairs) {
    this.courses = courses;
    this.sweep = sweep;
    this.pairs = pairs;
  }

  /** For each input that reaches a goal alone, its nearest change that does; the nearest first. */
  List<Change> single(Goal goal) {
    Map<Integer, Change> byLever = new TreeMap<>();
    for (Course course : courses) {
      long step = sweep.first(course, goal, Double.POSITIVE_INFINITY);
      if (step != Sweep.NEVER) {
        byLever.merge(course.rank(), Change.of(course, step), NearestSearch::nearer);
      }
    }
    List<Change> single = new ArrayList<>(byLever.values());
    single.sort(Comparator.comparingDouble(Change::distance));
    return single;
  }

  /**
   * The nearest change of one or two inputs that reaches a goal; one input if it is hardly farther.
   */
  Optional<Change> simplest(Goal goal) {
    List<Change> single = single(goal);
    return nearest(goal, single)
        .map(
            change ->
                !single.isEmpty()
                        && Change.isHardlyFarther(single.get(0).distance(), change.distance())
                    ? single.get(0)
                    : change);
  }

  /**
   * The nearest change of one or two inputs that reaches a goal; one input if two are no nearer.
   *
   * @param single what {@link #single} finds for the goal
   */
  Optional<Change> nearest(Goal goal, List<Change> single) {
    Change nearest = single.isEmpty() ? null : single.get(0);
    for (int a = 0; a < courses.size(); a++) {
      for (int b = a + 1; b < courses.size(); b++) {
        if (!courses.get(a).lever().topic().equals(courses.get(b).lever().topic())) {
          double limit = nearest == null ? Double.POSITIVE_INFINITY : nearest.distance();
          nearest = pairs.nearest(courses.get(a), courses.get(b), goal, limit).orElse(nearest);
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static Change nearer(Change a, Change b) {
    return b.distance() < a.distance() ? b : a;
  }
}
