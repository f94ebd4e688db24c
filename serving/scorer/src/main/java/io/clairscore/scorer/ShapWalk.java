package io.clairscore.scorer;

import java.util.Arrays;

/**
 * One row's walks through prepared trees, each adding to every feature its Shapley value; see
 * {@link ShapTree}. Down the tree goes the chance to reach a place, up comes the expected value
 * there, and where they meet at a split, their product is what knowing its feature adds.
 *
 * <p>The three lanes are written out, and splits on a feature met before stand apart from the
 * others, because each pays: a row passes every split of every tree.
 */
final class ShapWalk {
  private static final int LANES = ShapTree.LANES;

  private final int[] keys;
  private final double[] contributions;

  /** By place and lane. */
  private final double[] reached;

  private final double[] worth;

  /** By place: the row follows all splits on the feature of the one above, down to here. */
  private final boolean[] followed;

  /** By inner split: 0 if the row turns left. */
  private final int[] turns;

  /** The lanes in use: chances that the feature is known, weights of what knowing it adds. */
  private boolean follows;

  private double known0;
  private double known1;
  private double known2;
  private double weight0;
  private double weight1;
  private double weight2;

  /**
   * @param keys of the row, as {@link SplitKeys#ofRow}
   * @param contributions to add to, one per feature
   * @param places at most, in any of the trees
   */
  ShapWalk(int[] keys, double[] contributions, int places) {
    this.keys = keys;
    this.contributions = contributions;
    reached = new double[LANES * places];
    worth = new double[LANES * places];
    followed = new boolean[places];
    turns = new int[places];
  }

  void add(ShapTree tree) {
    for (int lane = 0; lane < tree.lanes.length; lane += 2 * LANES) {
      goDown(tree, lane);
      addTwigs(tree, lane);
      addLeaves(tree);
      goUp(tree, lane);
    }
  }

  private void goDown(ShapTree tree, int lane) {
    Arrays.fill(reached, 0, LANES, 1);
    int split = 0;
    for (int run = 0; run < tree.runs.length; run++) {
      boolean repeats = run % 2 == 1;
      use(tree.lanes, lane);
      for (; split < tree.runs[run]; split++) {
        if (repeats) {
          use(lanes(tree, split), lane);
        }
        goDownAt(tree, split);
      }
    }
  }

  private void goUp(ShapTree tree, int lane) {
    for (int run = tree.runs.length - 1; run >= 0; run--) {
      boolean repeats = run % 2 == 1;
      int first = run == 0 ? 0 : tree.runs[run - 1];
      use(tree.lanes, lane);
      for (int split = tree.runs[run] - 1; split >= first; split--) {
        if (repeats) {
          use(lanes(tree, split), lane);
        }
        goUpAt(tree, split);
      }
    }
  }

  private void addTwigs(ShapTree tree, int lane) {
    use(tree.lanes, lane);
    for (int twig = 0; twig < tree.plainTwigs; twig++) {
      addTwig(tree, twig);
    }
    for (int twig = tree.plainTwigs; twig < tree.means.length; twig++) {
      use(lanes(tree, tree.inner + twig), lane);
      addTwig(tree, twig);
    }
  }

  private double[] lanes(ShapTree tree, int split) {
    ShapTree.Repeat repeat = tree.repeats[split];
    return followed[repeat.edge()] ? repeat.lanes() : ShapTree.UNKNOWN;
  }

  private void use(double[] lanes, int lane) {
    follows = lanes != ShapTree.UNKNOWN;
    known0 = lanes[lane];
    known1 = lanes[lane + 1];
    known2 = lanes[lane + 2];
    weight0 = lanes[lane + 3];
    weight1 = lanes[lane + 4];
    weight2 = lanes[lane + 5];
  }

  private void goDownAt(ShapTree tree, int split) {
    int turn = SplitKeys.turn(keys[tree.slots[split]], tree.thresholds[split]);
    turns[split] = turn;
    int hot = tree.children[split] + turn;
    int cold = tree.children[split] + 1 - turn;
    followed[hot] = follows;
    followed[cold] = false;
    double hotShare = tree.shares[2 * split + turn];
    double coldShare = tree.shares[2 * split + 1 - turn];
    int from = LANES * tree.at[split];
    double both0 = reached[from] * known0;
    double both1 = reached[from + 1] * known1;
    double both2 = reached[from + 2] * known2;
    double not0 = reached[from] - both0;
    double not1 = reached[from + 1] - both1;
    double not2 = reached[from + 2] - both2;
    reached[LANES * hot] = both0 + not0 * hotShare;
    reached[LANES * hot + 1] = both1 + not1 * hotShare;
    reached[LANES * hot + 2] = both2 + not2 * hotShare;
    reached[LANES * cold] = not0 * coldShare;
    reached[LANES * cold + 1] = not1 * coldShare;
    reached[LANES * cold + 2] = not2 * coldShare;
  }

  private void addTwig(ShapTree tree, int twig) {
    int split = tree.inner + twig;
    int slot = tree.slots[split];
    double mean = tree.means[twig];
    double gain = tree.steps[2 * twig + SplitKeys.turn(keys[slot], tree.thresholds[split])];
    int from = LANES * tree.at[split];
    worth[from] = mean + known0 * gain;
    worth[from + 1] = mean + known1 * gain;
    worth[from + 2] = mean + known2 * gain;
    contributions[slot >> 1] +=
        gain
            * (reached[from] * weight0 + reached[from + 1] * weight1 + reached[from + 2] * weight2);
  }

  private void addLeaves(ShapTree tree) {
    for (int leaf = 0; leaf < tree.leafPlaces.length; leaf++) {
      int from = LANES * tree.leafPlaces[leaf];
      Arrays.fill(worth, from, from + LANES, tree.leafValues[leaf]);
    }
  }

  private void goUpAt(ShapTree tree, int split) {
    int turn = turns[split];
    int hot = LANES * (tree.children[split] + turn);
    int cold = LANES * (tree.children[split] + 1 - turn);
    double hotShare = tree.shares[2 * split + turn];
    double coldShare = tree.shares[2 * split + 1 - turn];
    double mean0 = hotShare * worth[hot] + coldShare * worth[cold];
    double mean1 = hotShare * worth[hot + 1] + coldShare * worth[cold + 1];
    double mean2 = hotShare * worth[hot + 2] + coldShare * worth[cold + 2];
    double gain0 = worth[hot] - mean0;
    double gain1 = worth[hot + 1] - mean1;
    double gain2 = worth[hot + 2] - mean2;
    int from = LANES * tree.at[split];
    worth[from] = mean0 + known0 * gain0;
    worth[from + 1] = mean1 + known1 * gain1;
    worth[from + 2] = mean2 + known2 * gain2;
    contributions[tree.slots[split] >> 1] +=
        reached[from] * weight0 * gain0
            + reached[from + 1] * weight1 * gain1
            + reached[from + 2] * weight2 * gain2;
  }
}
