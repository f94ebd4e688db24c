package io.clairscore.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The model and the rows that every candidate is measured on, Java and Python alike: {@code
 * model.json}, and {@code rows.f32}, {@link #ROWS} rows of {@link #FEATURES} little-endian floats.
 * Made from seeded random numbers when absent: 500 trees of depth 6 on 20,000 rows of 700 features,
 * a quarter of the values missing.
 */
final class BenchmarkFiles {
  static final int FEATURES = 700;

  /** A power of two, more than fit the processor's caches. */
  static final int ROWS = 2048;

  private static final int TRAINING_ROWS = 20_000;
  private static final int TREES = 500;
  private static final int DEPTH = 6;

  private BenchmarkFiles() {}

  static Path model() {
    return folder().resolve("model.json");
  }

  static Path rowsFile() {
    return folder().resolve("rows.f32");
  }

  private static Path folder() {
    return Path.of(System.getProperty("clairscore.benchmark.files", "target/benchmark"));
  }

  /** Booster of the model that computes in the calling thread, as every candidate here does. */
  static Booster booster() {
    try {
      Booster booster = XGBoost.loadModel(model().toString());
      booster.setParam("nthread", 1);
      return booster;
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  static float[][] rows() {
    try {
      return Rows.read(rowsFile(), FEATURES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Trains the model and writes the rows, unless a run before did. */
  public static void main(String[] arguments) throws IOException, XGBoostError {
    if (Files.exists(model())) {
      return;
    }
    Files.createDirectories(folder());
    SplittableRandom random = new SplittableRandom(7);
    float[] training = new float[TRAINING_ROWS * FEATURES];
    float[] labels = new float[TRAINING_ROWS];
    for (int row = 0; row < TRAINING_ROWS; row++) {
      labels[row] = fill(training, row, random);
    }
    DMatrix matrix = new DMatrix(training, TRAINING_ROWS, FEATURES, Float.NaN);
    matrix.setLabel(labels);
    Map<String, Object> parameters =
        Map.of("objective", "binary:logistic", "max_depth", DEPTH, "eta", 0.05, "seed", 7);
    Booster booster = XGBoost.train(matrix, parameters, TREES, Map.of(), null, null);
    float[] rows = new float[ROWS * FEATURES];
    for (int row = 0; row < ROWS; row++) {
      fill(rows, row, random);
    }
    Rows.write(rowsFile(), rows);
    // Written last and moved into place: its presence says that both files are complete.
    Path part = folder().resolve("part.json");
    booster.saveModel(part.toString());
    Files.move(part, model(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Fills one row, and returns its label: eight per cent of ones, told by a few features. */
  private static float fill(float[] values, int row, SplittableRandom random) {
    double risk = -3.2;
    for (int feature = 0; feature < FEATURES; feature++) {
      double value = random.nextGaussian();
      // Every seventh feature is a small count, as many of the catalogue's are.
      float kept = (float) (feature % 7 == 0 ? Math.rint(2 * value) : value);
      boolean missing = random.nextInt(4) == 0;
      values[row * FEATURES + feature] = missing ? Float.NaN : kept;
      if (feature < 40) {
        risk += missing ? 0.1 : kept * 0.8 / (1 + feature / 4);
      }
    }
    return random.nextDouble() < 1 / (1 + Math.exp(-risk)) ? 1 : 0;
  }
}
