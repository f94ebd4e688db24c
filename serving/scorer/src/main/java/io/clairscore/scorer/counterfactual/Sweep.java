package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows a course from split to split. Along a course every feature rises or falls or stays, so
 * that the step at which it crosses a threshold is found by halving, the feature itself being
 * asked; between two such steps the margin cannot change. Not thread-safe.
 */
final class Sweep {
  /** No such step. */
  static final long NEVER = Long.MAX_VALUE;

  /** Cents beside the place aimed at, on both sides, between which the crossing should lie. */
  private static final long NEAR = 16;

  private final Draft draft;
  private final MovedFeatures moved;
  private final ClientTrees trees;
  private final Levers levers;
  private final List<Link> sides;

  private Course standing;
  private double standingValue;
  private Course moving;
  private long end;
  private final float[] now;
  private final float[] last;
  private final long[] next;

  Sweep(Draft draft, MovedFeatures moved, ClientTrees trees, Levers levers) {
    this.draft = draft;
    this.moved = moved;
    this.trees = trees;
    this.levers = levers;
    this.sides = levers.links().stream().flatMap(link -> link.sides().stream()).toList();
    this.now = new float[moved.count()];
    this.last = new float[moved.count()];
    this.next = new long[moved.count()];
  }

  /**
   * The first step of a course that reaches a goal; {@link #NEVER} if there is none nearer than a
   * limit.
   */
  long first(Course course, Goal goal, double limit) {
    return first(course, 0, course, 0, course.size(), goal, limit);
  }

  /**
   * The same between two steps, while another course stands at a step.
   *
   * @param limit of the distance of the course that moves
   */
  long first(Course other, long at, Course course, long from, long to, Goal goal, double limit) {
    stand(other, at, course, to);
    long allowed = firstAllowed(from);
    if (allowed == NEVER || course.distance(course.value(allowed)) >= limit) {
      return NEVER;
    }
    begin(allowed);
    if (reaches(goal, allowed)) {
      return allowed;
    }
    int[] features = moved.by(course.lever());
    look(features, allowed);
    for (long step = soonest(features); step != NEVER; step = soonest(features)) {
      if (course.distance(course.value(step)) >= limit) {
        return NEVER;
      }
      pass(features, step);
      if (reaches(goal, step)) {
        return step;
      }
    }
    return NEVER;
  }

  /** The first step behind each split that a course crosses by some of its features, rising. */
  List<Long> steps(Course course, int[] features) {
    stand(course, 0, course, course.size());
    begin(0);
    look(features, 0);
    List<Long> steps = new ArrayList<>();
    for (long step = soonest(features); step != NEVER; step = soonest(features)) {
      steps.add(step);
      pass(features, step);
    }
    return steps;
  }

  private void stand(Course other, long at, Course course, long to) {
    standing = other;
    standingValue = other.value(at);
    moving = course;
    end = to;
  }

  /**
   * The first step from another on that every link allows. Along a course each link is left once,
   * or entered once: a walk may begin outside, as of an instalment that only a smaller credit makes
   * bearable.
   */
  private long firstAllowed(long from) {
    long first = from;
    for (Link side : sides) {
      first = first == NEVER ? NEVER : firstWithin(side, first);
    }
    return first != NEVER && levers.allow(draft.own(), application(first)) ? first : NEVER;
  }

  private long firstWithin(Link side, long from) {
    if (side.holds(draft.own(), application(from))) {
      return from;
    }
    if (!side.holds(draft.own(), application(end))) {
      return NEVER;
    }
    long outside = from;
    long within = end;
    while (within - outside > 1) {
      long middle = outside + (within - outside) / 2;
      if (side.holds(draft.own(), application(middle))) {
        within = middle;
      } else {
        outside = middle;
      }
    }
    return within;
  }

  private void begin(long from) {
    System.arraycopy(moved.values(application(from)), 0, now, 0, now.length);
    trees.start(now);
  }

  private Rows application(long step) {
    return draft.with(standing, standingValue, moving, moving.value(step));
  }

  /** Finds where each feature ends, and its first crossing. */
  private void look(int[] features, long from) {
    Rows application = application(end);
    for (int feature : features) {
      last[feature] = moved.value(feature, application);
    }
    for (int feature : features) {
      next[feature] = crossing(feature, from);
    }
  }

  private long soonest(int[] features) {
    long soonest = NEVER;
    for (int feature : features) {
      soonest = Math.min(soonest, next[feature]);
    }
    return soonest;
  }

  /** Lets the features that cross a threshold at a step do so. */
  private void pass(int[] features, long step) {
    Rows application = application(step);
    float[] before = now.clone();
    for (int feature : features) {
      if (next[feature] == step) {
        now[feature] = moved.value(feature, application);
      }
    }
    for (int feature : features) {
      if (next[feature] == step) {
        trees.change(feature, before[feature], now);
        next[feature] = crossing(feature, step);
      }
    }
  }

  /** Whether a step reaches a goal, and the change is allowed. */
  private boolean reaches(Goal goal, long step) {
    if (!trees.mayLieBelow(goal.bound()) || !goal.reachedBy(trees.margin())) {
      return false;
    }
    // Once more with every feature as it is at this very step: the answer must not hang on a
    // feature that is meant to stay still and moved by a rounding error.
    Rows application = application(step);
    System.arraycopy(moved.values(application), 0, now, 0, now.length);
    trees.start(now);
    return goal.reachedBy(trees.margin()) && levers.allow(draft.own(), application);
  }

  /** The first step after another at which a feature is on the other side of its next threshold. */
  private long crossing(int feature, long from) {
    float[] thresholds = trees.thresholds(feature);
    float value = now[feature];
    int above = ClientTrees.above(thresholds, value);
    if (last[feature] > value && above < thresholds.length && last[feature] >= thresholds[above]) {
      return halve(feature, thresholds[above], true, from);
    }
    // A value that equals a threshold leaves it behind as soon as it falls.
    if (last[feature] < value && above > 0 && last[feature] < thresholds[above - 1]) {
      return halve(feature, thresholds[above - 1], false, from);
    }
    return NEVER;
  }

  /** Halves, aiming first: most features are nearly proportional to an amount or its inverse. */
  private long halve(int feature, float split, boolean rises, long from) {
    long before = from;
    long behind = end;
    float valueBefore = now[feature];
    float valueBehind = last[feature];
    for (int round = 0; behind - before > 1; round++) {
      long middle = before + (behind - before) / 2;
      if (behind - before > 4 * NEAR && round % 3 < 2) {
        double share = ((double) split - valueBefore) / ((double) valueBehind - valueBefore);
        long aim = before + (long) (share * (behind - before)) + (round % 3 == 0 ? -NEAR : NEAR);
        middle = Math.max(before + 1, Math.min(behind - 1, aim));
      }
      float value = moved.value(feature, application(middle));
      if (rises == (value >= split)) {
        behind = middle;
        valueBehind = value;
      } else {
        before = middle;
        valueBefore = value;
      }
    }
    return behind;
  }
}
