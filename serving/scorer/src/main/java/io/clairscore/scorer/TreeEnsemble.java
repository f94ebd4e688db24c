package io.clairscore.scorer;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The trees of an XGBoost model (objective binary:logistic, booster gbtree, numeric splits). Its
 * margins are those of XGBoost {@value ModelReader#VERSION}, bit for bit: floats, added in the
 * order of the trees. Immutable and thread-safe; serializable within one version of this class.
 */
public final class TreeEnsemble implements Serializable {
  /** Slot of a leaf, whose value is then the leaf's. */
  static final int LEAF = -1;

  /** Lowest bit of a slot: a missing value goes left. The other bits are the feature. */
  static final int MISSING_LEFT = 1;

  private static final long serialVersionUID = 2L;

  private final int featureCount;
  private final List<String> featureNames;
  private final float baseMargin;
  private final int[] roots;
  private final int[] slots;
  private final float[] values;
  private final int[] lefts;
  private final float[] covers;
  private final transient Walker walker;

  TreeEnsemble(
      int featureCount,
      List<String> featureNames,
      float baseMargin,
      int[] roots,
      int[] slots,
      float[] values,
      int[] lefts,
      float[] covers) {
    this.featureCount = featureCount;
    this.featureNames = List.copyOf(featureNames);
    this.baseMargin = baseMargin;
    this.roots = roots;
    this.slots = slots;
    this.values = values;
    this.lefts = lefts;
    this.covers = covers;
    walker = new Walker(roots, slots, values, lefts);
  }

  /**
   * The ensemble of a {@code model.json}.
   *
   * @throws Refusal if the document is damaged, or a model the scorer cannot score exactly
   */
  public static TreeEnsemble read(byte[] json) {
    return ModelReader.read(json);
  }

  /**
   * The ensemble of a {@code model.json}.
   *
   * @throws Refusal as {@link #read(byte[])} does
   * @throws IOException if the file cannot be read
   */
  public static TreeEnsemble read(Path json) throws IOException {
    long bytes = Files.size(json);
    if (bytes > ModelReader.MAX_BYTES) {
      throw ModelErrors.tooLarge(bytes, ModelReader.MAX_BYTES);
    }
    return read(Files.readAllBytes(json));
  }

  /** This ensemble with another margin to start from. */
  TreeEnsemble withBaseMargin(float margin) {
    return new TreeEnsemble(
        featureCount, featureNames, margin, roots, slots, values, lefts, covers);
  }

  /**
   * The log-odds of default, before calibration.
   *
   * @param features one value per feature in the order of the catalogue, NaN if missing; an
   *     infinite value compares as the number it is
   * @throws IllegalArgumentException if the vector has another length
   */
  public float margin(float[] features) {
    requireFit(features);
    return walker.sum(baseMargin, features);
  }

  /** Refuses a vector of another model. */
  void requireFit(float[] features) {
    if (features.length != featureCount) {
      throw new IllegalArgumentException(
          "A vector has %d values, the model reads %d".formatted(features.length, featureCount));
    }
  }

  /** Number of features of a vector. */
  public int featureCount() {
    return featureCount;
  }

  /** Names of the features, as the model was told them; empty if it was not. */
  List<String> featureNames() {
    return featureNames;
  }

  public int treeCount() {
    return roots.length;
  }

  /** Margin of an ensemble without trees: the log-odds of the training set. */
  public float baseMargin() {
    return baseMargin;
  }

  /** The first node of a tree; nodes are numbers of the ensemble. */
  public int root(int tree) {
    return roots[tree];
  }

  /** Number of nodes of a tree; they follow its root. */
  int nodeCount(int tree) {
    int end = tree + 1 < roots.length ? roots[tree + 1] : slots.length;
    return end - roots[tree];
  }

  public boolean isLeaf(int node) {
    return slots[node] == LEAF;
  }

  /** The feature a node splits on. */
  public int feature(int node) {
    return slots[node] >> 1;
  }

  /** Feature of a split, and {@link #MISSING_LEFT} if a missing value goes left. */
  int slot(int split) {
    return slots[split];
  }

  /** The child of lesser values; that of the others follows it. */
  public int leftChild(int node) {
    return lefts[node];
  }

  /** The child a value goes to, NaN where the split sends missing values. */
  public int child(int node, float value) {
    boolean missingLeft = (slots[node] & MISSING_LEFT) != 0;
    boolean left = value < values[node] || Float.isNaN(value) && missingLeft;
    return left ? lefts[node] : lefts[node] + 1;
  }

  /** The value of a leaf, or the threshold of a split, below which a row goes left. */
  public float value(int node) {
    return values[node];
  }

  /** Weight of the training rows that reached a node (their summed hessian). */
  float cover(int node) {
    return covers[node];
  }

  private Object readResolve() {
    return withBaseMargin(baseMargin);
  }
}
