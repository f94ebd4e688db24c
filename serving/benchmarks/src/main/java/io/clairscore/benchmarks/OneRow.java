package io.clairscore.benchmarks;

import io.clairscore.scorer.Contributions;
import io.clairscore.scorer.TreeEnsemble;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One row after another in one thread: the time of each, its median and its tail. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class OneRow {
  private float[][] rows;
  private int next;
  private TreeEnsemble trees;
  private Contributions contributions;
  private Booster booster;

  @Setup
  public void open() throws IOException {
    rows = BenchmarkFiles.rows();
    trees = TreeEnsemble.read(BenchmarkFiles.model());
    contributions = Contributions.of(trees);
    booster = BenchmarkFiles.booster();
  }

  private float[] row() {
    return rows[next++ & BenchmarkFiles.ROWS - 1];
  }

  @Benchmark
  public float scoreOurs() {
    return trees.margin(row());
  }

  @Benchmark
  public float[][] scoreInplacePredict() throws XGBoostError {
    return booster.inplace_predict(row(), 1, BenchmarkFiles.FEATURES, Float.NaN);
  }

  @Benchmark
  public float[][] scorePredict() throws XGBoostError {
    DMatrix matrix = new DMatrix(row(), 1, BenchmarkFiles.FEATURES, Float.NaN);
    try {
      return booster.predict(matrix, true);
    } finally {
      matrix.dispose();
    }
  }

  @Benchmark
  public double[] explainOurs() {
    return contributions.explain(row());
  }

  @Benchmark
  public float[][] explainPredictContrib() throws XGBoostError {
    DMatrix matrix = new DMatrix(row(), 1, BenchmarkFiles.FEATURES, Float.NaN);
    try {
      return booster.predictContrib(matrix, 0);
    } finally {
      matrix.dispose();
    }
  }
}
