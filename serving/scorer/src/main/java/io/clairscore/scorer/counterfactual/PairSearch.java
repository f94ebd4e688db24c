package io.clairscore.scorer.counterfactual;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The nearest change of two inputs at once. Splits cut the plane of both inputs into cells: along
 * lines where a feature of one input alone crosses a threshold, and along curves where a feature of
 * both does. The point of a cell that is nearest to the client's own lies where a curve leaves the
 * cell, or at a corner: on a line at the near or the far side of the cell. So it is enough to walk
 * along every line of either input, on both of its sides ({@link Sweep}). Stretches of lines are
 * dropped unwalked where the trees cannot add up to what the goal asks. Not thread-safe.
 */
final class PairSearch {
  /** So few crossings are sooner walked than thought about. */
  private static final int FEW = 6;

  private final Draft draft;
  private final MovedFeatures moved;
  private final ClientTrees trees;
  private final Sweep sweep;

  private Goal goal;
  private double limit;
  private Change best;

  PairSearch(Draft draft, MovedFeatures moved, ClientTrees trees, Sweep sweep) {
    this.draft = draft;
    this.moved = moved;
    this.trees = trees;
    this.sweep = sweep;
  }

  /** The nearest change of both inputs that reaches a goal and is nearer than a limit. */
  Optional<Change> nearest(Course a, Course b, Goal newGoal, double newLimit) {
    goal = newGoal;
    limit = newLimit;
    best = null;
    if (new Rectangle(a, 0, a.size(), b, 0, b.size()).mayHold()) {
      walk(a, lines(a, b), b, 0, b.size());
      walk(b, lines(b, a), a, 0, a.size());
    }
    return Optional.ofNullable(best);
  }

  /**
   * Steps on both sides of where a course crosses a threshold whatever the other does, and its
   * last, rising.
   */
  private List<Long> lines(Course course, Course other) {
    SortedSet<Long> steps = new TreeSet<>(List.of(course.size()));
    for (long step : sweep.steps(course, unmoved(course, other))) {
      steps.add(step - 1);
      steps.add(step);
    }
    steps.remove(0L);
    return List.copyOf(steps);
  }

  /** The features one course moves and the other leaves where they are, wherever it goes. */
  private int[] unmoved(Course course, Course other) {
    Rectangle whole = new Rectangle(course, 0, course.size(), other, 0, other.size());
    float[][] ends = new float[4][];
    for (int corner = 0; corner < ends.length; corner++) {
      ends[corner] = whole.corner(corner);
    }
    return Arrays.stream(moved.by(course.lever()))
        .filter(i -> ends[0][i] == ends[2][i] && ends[1][i] == ends[3][i])
        .toArray();
  }

  /** Walks along stretches of lines of one input, or drops them; the nearest first. */
  private void walk(Course of, List<Long> lines, Course along, long from, long to) {
    long nearest = lines.get(0);
    double left = limit - of.distance(of.value(nearest));
    long end = Math.min(to, along.within(left));
    if (left <= 0 || end < from) {
      return;
    }
    int size = lines.size();
    Rectangle stretch = new Rectangle(of, nearest, lines.get(size - 1), along, from, end);
    if (!stretch.mayHold()) {
      return;
    }
    int crossings = stretch.crossings();
    boolean halvable = end - from > 1;
    if (size > 1 && (size >= crossings || !halvable)) {
      walk(of, lines.subList(0, size / 2), along, from, to);
      walk(of, lines.subList(size / 2, size), along, from, to);
    } else if (halvable && (size > 1 || crossings > FEW)) {
      long middle = from + (end - from) / 2;
      walk(of, lines, along, from, middle);
      walk(of, lines, along, middle, to);
    } else {
      long at = sweep.first(of, nearest, along, from, end, goal, left);
      if (at != Sweep.NEVER) {
        best = Change.of(of, nearest, along, at);
        limit = best.distance();
      }
    }
  }

  /** What lies between two steps of one course and two of another. */
  private final class Rectangle {
    private final float[][] corners = new float[4][];

    /** Corners are numbered by bits: which end of the first course, and which of the second. */
    Rectangle(Course a, long fromA, long toA, Course b, long fromB, long toB) {
      for (int corner = 0; corner < corners.length; corner++) {
        double valueA = a.value((corner & 1) == 0 ? fromA : toA);
        double valueB = b.value((corner & 2) == 0 ? fromB : toB);
        corners[corner] = moved.values(draft.with(a, valueA, b, valueB));
      }
    }

    float[] corner(int corner) {
      return corners[corner];
    }

    /**
     * Whether a change that reaches the goal may lie in it: each feature stays between its corners.
     */
    boolean mayHold() {
      float[] low = corners[0].clone();
      float[] high = corners[0].clone();
      for (float[] values : corners) {
        for (int feature = 0; feature < values.length; feature++) {
          low[feature] = Math.min(low[feature], values[feature]);
          high[feature] = Math.max(high[feature], values[feature]);
        }
      }
      return trees.lowest(low, high) < goal.bound();
    }

    /** How many thresholds are crossed along the second course on the nearest line. */
    int crossings() {
      int crossings = 0;
      for (int feature = 0; feature < corners[0].length; feature++) {
        float[] thresholds = trees.thresholds(feature);
        crossings +=
            Math.abs(
                ClientTrees.above(thresholds, corners[2][feature])
                    - ClientTrees.above(thresholds, corners[0][feature]));
      }
      return crossings;
    }
  }
}
