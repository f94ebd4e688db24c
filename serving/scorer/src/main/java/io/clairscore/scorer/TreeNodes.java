package io.clairscore.scorer;

/**
 * The nodes of an ensemble, to be read one by one: where each tree starts, what each node splits
 * on, what each leaf adds. Nodes are numbers of the ensemble. Immutable and thread-safe.
 */
public final class TreeNodes {
  private final TreeEnsemble trees;

  public TreeNodes(TreeEnsemble trees) {
    this.trees = trees;
  }

  public int treeCount() {
    return trees.treeCount();
  }

  /** Margin to which the leaves are added, one float after the other in the order of the trees. */
  public float baseMargin() {
    return trees.baseMargin();
  }

  /** The first node of a tree. */
  public int root(int tree) {
    return trees.root(tree);
  }

  public boolean isLeaf(int node) {
    return trees.isLeaf(node);
  }

  /** What a leaf adds to the margin. */
  public float leafValue(int leaf) {
    return trees.value(leaf);
  }

  /** The feature a node splits on. */
  public int feature(int node) {
    return trees.feature(node);
  }

  /** Values below it go to the left child, others to the right one. */
  public float threshold(int node) {
    return trees.value(node);
  }

  public int leftChild(int node) {
    return trees.leftChild(node);
  }

  public int rightChild(int node) {
    return trees.leftChild(node) + 1;
  }

  /** The child a value goes to, NaN where the split sends missing values. */
  public int child(int node, float value) {
    boolean missingLeft = (trees.slot(node) & TreeEnsemble.MISSING_LEFT) != 0;
    boolean left = value < trees.value(node) || Float.isNaN(value) && missingLeft;
    return left ? leftChild(node) : rightChild(node);
  }
}
