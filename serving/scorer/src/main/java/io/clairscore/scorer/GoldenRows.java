package io.clairscore.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The content of {@code golden.json}; a missing value is null there, as JSON has no NaN. */
record GoldenRows(String xgboostVersion, List<Row> rows) {

  GoldenRows {
    Objects.requireNonNull(rows, "rows");
  }

  /** A {@link GoldenRow} as JSON can hold it. */
  record Row(List<Float> features, float margin, double probability) {
    Row {
      Objects.requireNonNull(features, "features of a golden row");
    }
  }

  static GoldenRows of(String xgboostVersion, List<GoldenRow> golden) {
    List<Row> rows = new ArrayList<>();
    for (GoldenRow row : golden) {
      List<Float> features = new ArrayList<>();
      for (float value : row.features()) {
        features.add(Float.isNaN(value) ? null : value);
      }
      rows.add(new Row(features, row.margin(), row.probability()));
    }
    return new GoldenRows(xgboostVersion, rows);
  }

  List<GoldenRow> toList() {
    return rows.stream()
        .map(row -> new GoldenRow(vector(row.features()), row.margin(), row.probability()))
        .toList();
  }

  private static float[] vector(List<Float> values) {
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = values.get(i) == null ? Float.NaN : values.get(i);
    }
    return vector;
  }

  /**
   * The ensemble that reproduces every golden row bit for bit: the one given, or else the one that
   * starts one float step above or below. XGBoost starts from a logarithm of the C library, whose
   * last bit is that library's own; the golden rows show which one it was.
   *
   * @throws BundleRefused if none does
   */
  static TreeEnsemble confirm(TreeEnsemble trees, Calibration calibration, List<GoldenRow> golden) {
    if (golden.isEmpty()) {
      throw BundleErrors.noGoldenRow();
    }
    for (int i = 0; i < golden.size(); i++) {
      int length = golden.get(i).features().length;
      if (length != trees.featureCount()) {
        throw BundleErrors.goldenLength(i, length, trees.featureCount());
      }
    }
    float base = trees.baseMargin();
    for (float start : new float[] {base, Math.nextUp(base), Math.nextDown(base)}) {
      TreeEnsemble candidate = trees.withBaseMargin(start);
      if (golden.stream().allMatch(row -> reproduces(candidate, row))) {
        checkProbabilities(calibration, golden);
        return candidate;
      }
    }
    int broken = 0;
    while (reproduces(trees, golden.get(broken))) {
      broken++;
    }
    GoldenRow row = golden.get(broken);
    throw BundleErrors.golden(broken, "margin", row.margin(), trees.margin(row.features()));
  }

  private static boolean reproduces(TreeEnsemble trees, GoldenRow row) {
    return Float.compare(trees.margin(row.features()), row.margin()) == 0;
  }

  private static void checkProbabilities(Calibration calibration, List<GoldenRow> golden) {
    for (int i = 0; i < golden.size(); i++) {
      double probability = calibration.probability(golden.get(i).margin());
      if (probability != golden.get(i).probability()) {
        throw BundleErrors.golden(i, "probability", golden.get(i).probability(), probability);
      }
    }
  }
}
