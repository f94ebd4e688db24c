package io.clairscore.benchmarks;

import io.clairscore.scorer.Contributions;
import io.clairscore.scorer.TreeEnsemble;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Rows per second that two threads score together. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class TwoThreads {

  /** What the threads share. */
  @State(Scope.Benchmark)
  public static class Shared {
    private float[][] rows;
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
  }

  /** What each thread has of its own. */
  @State(Scope.Thread)
  public static class Own {
    private int next;
    private Booster booster;

    @Setup
    public void open() {
      booster = BenchmarkFiles.booster();
    }

    private float[] row(Shared shared) {
      return shared.rows[next++ & BenchmarkFiles.ROWS - 1];
    }
  }

  @Benchmark
  public float scoreOurs(Shared shared, Own own) {
    return shared.trees.margin(own.row(shared));
  }

  @Benchmark
  public double[] explainOurs(Shared shared, Own own) {
    return shared.contributions.explain(own.row(shared));
  }

  @Benchmark
  public float[][] scoreInplacePredictSharedBooster(Shared shared, Own own) throws XGBoostError {
    return shared.booster.inplace_predict(own.row(shared), 1, BenchmarkFiles.FEATURES, Float.NaN);
  }

  @Benchmark
  public float[][] scoreInplacePredictOwnBooster(Shared shared, Own own) throws XGBoostError {
    return own.booster.inplace_predict(own.row(shared), 1, BenchmarkFiles.FEATURES, Float.NaN);
  }
}
