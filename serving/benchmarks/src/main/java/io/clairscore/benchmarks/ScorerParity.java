package io.clairscore.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Contributions;
import io.clairscore.scorer.SlowContributions;
import io.clairscore.scorer.TreeEnsemble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Compares the scorer with XGBoost4J and with the slow oracles on every row of a file. Exit code 1
 * if a comparison fails, 2 if it cannot be made.
 */
final class ScorerParity {
  /** Rows at a time: a matrix for XGBoost, and a line of progress. */
  private static final int CHUNK = 1000;

  private final TreeEnsemble trees;
  private final Contributions contributions;
  private final Booster booster;
  private final int subsetRows;

  private final Comparison margin = new Comparison("margin against XGBoost4J, bit for bit", 0);
  private final Comparison contrib = new Comparison("contributions against predictContrib", 1e-5);
  private final Comparison classic = new Comparison("contributions, classic algorithm", 1e-9);
  private final Comparison subsets = new Comparison("contributions, every subset", 1e-9);
  private final Comparison sum = new Comparison("sum of contributions, margin in doubles", 1e-9);
  private final Comparison rounding;

  private ScorerParity(Path bundle, int subsetRows) throws IOException, XGBoostError {
    String catalogue =
        new ObjectMapper()
            .readTree(bundle.resolve("bundle.json").toFile())
            .path("catalogueHash")
            .asText();
    trees = Bundle.load(bundle, catalogue).trees();
    contributions = Contributions.of(trees);
    booster = XGBoost.loadModel(bundle.resolve("model.json").toString());
    this.subsetRows = subsetRows;
    // One addition per tree, each rounded by half a step of floats below 8 at most.
    double bound = trees.treeCount() * Math.ulp(4f) / 2.0;
    rounding = new Comparison("sum of contributions against margin", bound);
  }

  public static void main(String[] arguments) throws IOException, XGBoostError {
    if (arguments.length != 3) {
      System.err.println("usage: ScorerParity BUNDLE ROWS.f32 ROWS_FOR_SUBSETS");
      System.exit(2);
    }
    ScorerParity parity = new ScorerParity(Path.of(arguments[0]), Integer.parseInt(arguments[2]));
    System.exit(parity.compare(Rows.read(Path.of(arguments[1]), parity.trees.featureCount())));
  }

  private int compare(float[][] rows) throws XGBoostError {
    int step = Math.max(1, rows.length / Math.max(1, subsetRows));
    for (int from = 0; from < rows.length; from += CHUNK) {
      int to = Math.min(from + CHUNK, rows.length);
      DMatrix matrix = matrix(rows, from, to);
      float[][] margins = booster.predict(matrix, true);
      float[][] contribs = booster.predictContrib(matrix, 0);
      matrix.dispose();
      for (int row = from; row < to; row++) {
        compare(row, rows[row], margins[row - from][0], contribs[row - from]);
        if (row % step == 0 && row / step < subsetRows) {
          double[] ours = contributions.explain(rows[row]);
          subsets.add(row, ours, SlowContributions.bySubsets(trees, rows[row]));
        }
      }
      System.err.printf("%,d of %,d clients%n", to, rows.length);
    }
    List<Comparison> all = List.of(margin, contrib, classic, subsets, sum, rounding);
    all.forEach(System.out::println);
    return all.stream().allMatch(Comparison::holds) ? 0 : 1;
  }

  private void compare(int row, float[] features, float xgboostMargin, float[] xgboost) {
    float ours = trees.margin(features);
    boolean same = Float.floatToIntBits(ours) == Float.floatToIntBits(xgboostMargin);
    margin.add(row, same ? 0 : Math.max(Float.MIN_VALUE, Math.abs(ours - xgboostMargin)));
    double[] explained = contributions.explain(features);
    double[] theirs = new double[xgboost.length];
    Arrays.setAll(theirs, i -> xgboost[i]);
    contrib.add(row, explained, theirs);
    double[] slow = SlowContributions.classic(trees, features);
    slow[features.length] = explained[features.length];
    classic.add(row, explained, slow);
    double total = Arrays.stream(explained).sum();
    sum.add(row, Math.abs(total - SlowContributions.exactMargin(trees, features)));
    rounding.add(row, Math.abs(total - ours));
  }

  private DMatrix matrix(float[][] rows, int from, int to) throws XGBoostError {
    int columns = trees.featureCount();
    float[] values = new float[(to - from) * columns];
    for (int row = from; row < to; row++) {
      System.arraycopy(rows[row], 0, values, (row - from) * columns, columns);
    }
    return new DMatrix(values, to - from, columns, Float.NaN);
  }
}
