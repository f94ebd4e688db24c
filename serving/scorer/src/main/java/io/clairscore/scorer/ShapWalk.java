package io.clairscore.scorer;

import java.util.Arrays;

/**
 * One row's walks through prepared trees, each adding to every feature its Shapley value; see
 * {@link ShapTree}. Down the tree goes the chance to reach a place, up comes the expected value
 * there, and where they meet at a split, their product is what knowing its feature adds.
 *
 * <p>Branches are few and loops short on purpose: a row takes one turn at every split of every
 * tree, and nothing predicts which.
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
    for (int split = 0; split < tree.inner; split++) {
      int turn = SplitKeys.turn(keys[tree.slots[split]], tree.thresholds[split]);
      turns[split] = turn;
      double[] lanes = lanes(tree, split);
      int hot = tree.children[split] + turn;
      int cold = tree.children[split] + 1 - turn;
      followed[hot] = lanes != ShapTree.UNKNOWN;
      followed[cold] = false;
      double hotShare = tree.shares[2 * split + turn];
      double coldShare = tree.shares[2 * split + 1 - turn];
      int from = LANES * tree.at[split];
      for (int i = 0; i < LANES; i++) {
        double known = reached[from + i] * lanes[lane + i];
        double unknown = reached[from + i] - known;
        reached[LANES * hot + i] = known + unknown * hotShare;
        reached[LANES * cold + i] = unknown * coldShare;
      }
    }
  }

  private double[] lanes(ShapTree tree, int split) {
    ShapTree.Repeat repeat = tree.repeats[split];
    if (repeat == null) {
      return tree.lanes;
    }
    return followed[repeat.edge()] ? repeat.lanes() : ShapTree.UNKNOWN;
  }

  private void addTwigs(ShapTree tree, int lane) {
    for (int twig = 0; twig < tree.means.length; twig++) {
      int split = tree.inner + twig;
      int slot = tree.slots[split];
      double[] lanes = lanes(tree, split);
      double mean = tree.means[twig];
      double gain = tree.steps[2 * twig + SplitKeys.turn(keys[slot], tree.thresholds[split])];
      double weight = 0;
      int from = LANES * tree.at[split];
      for (int i = 0; i < LANES; i++) {
        worth[from + i] = mean + lanes[lane + i] * gain;
        weight += reached[from + i] * lanes[lane + LANES + i];
      }
      contributions[slot >> 1] += weight * gain;
    }
  }

  private void addLeaves(ShapTree tree) {
    for (int leaf = 0; leaf < tree.leafPlaces.length; leaf++) {
      int from = LANES * tree.leafPlaces[leaf];
      for (int i = 0; i < LANES; i++) {
        worth[from + i] = tree.leafValues[leaf];
      }
    }
  }

  private void goUp(ShapTree tree, int lane) {
    for (int split = tree.inner - 1; split >= 0; split--) {
      int turn = turns[split];
      double[] lanes = lanes(tree, split);
      int hot = LANES * (tree.children[split] + turn);
      int cold = LANES * (tree.children[split] + 1 - turn);
      double hotShare = tree.shares[2 * split + turn];
      double coldShare = tree.shares[2 * split + 1 - turn];
      double sum = 0;
      int from = LANES * tree.at[split];
      for (int i = 0; i < LANES; i++) {
        double mean = hotShare * worth[hot + i] + coldShare * worth[cold + i];
        double gain = worth[hot + i] - mean;
        worth[from + i] = mean + lanes[lane + i] * gain;
        sum += reached[from + i] * lanes[lane + LANES + i] * gain;
      }
      contributions[tree.slots[split] >> 1] += sum;
    }
  }
}
