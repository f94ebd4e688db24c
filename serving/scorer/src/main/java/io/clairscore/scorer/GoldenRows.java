package io.clairscore.scorer;

import io.clairscore.features.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The content of {@code golden.json}; a missing value is null there, as JSON has no NaN. */
record GoldenRows(String xgboostVersion, List<Row> rows) {
  /**
   * XGBoost adds contributions in floats, the scorer in doubles: they agree to so much, and to so
   * much of a contribution above 1.
   */
  private static final double SAME_CONTRIBUTION = 1e-5;

  GoldenRows {
    Objects.requireNonNull(rows, "rows");
  }

  /** A {@link GoldenRow} as JSON can hold it. */
  record Row(List<Float> features, float margin, double probability, List<Float> contributions) {
    Row {
      Objects.requireNonNull(features, "features of a golden row");
      Objects.requireNonNull(contributions, "contributions of a golden row");
    }
  }

  static GoldenRows of(String xgboostVersion, List<GoldenRow> golden) {
    List<Row> rows = new ArrayList<>();
    for (GoldenRow row : golden) {
      rows.add(
          new Row(
              values(row.features()),
              row.margin(),
              row.probability(),
              values(row.contributions())));
    }
    return new GoldenRows(xgboostVersion, rows);
  }

  private static List<Float> values(float[] vector) {
    List<Float> values = new ArrayList<>();
    for (float value : vector) {
      values.add(Float.isNaN(value) ? null : value);
    }
    return values;
  }

  List<GoldenRow> toList() {
    return rows.stream()
        .map(
            row ->
                new GoldenRow(
                    vector(row.features()),
                    row.margin(),
                    row.probability(),
                    vector(row.contributions())))
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
   * @throws Refusal if none does
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
      int contributions = golden.get(i).contributions().length;
      if (contributions != length + 1) {
        throw BundleErrors.goldenContributions(i, contributions, length + 1);
      }
    }
    float base = trees.baseMargin();
    for (float start : new float[] {base, Math.nextUp(base), Math.nextDown(base)}) {
      TreeEnsemble candidate = trees.withBaseMargin(start);
      if (golden.stream().allMatch(row -> reproduces(candidate, row))) {
        checkProbabilities(calibration, golden);
        checkContributions(Contributions.of(candidate), golden);
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

  private static void checkContributions(Contributions walker, List<GoldenRow> golden) {
    for (int i = 0; i < golden.size(); i++) {
      float[] expected = golden.get(i).contributions();
      double[] found = walker.explain(golden.get(i).features());
      for (int j = 0; j < found.length; j++) {
        double tolerance = SAME_CONTRIBUTION * Math.max(1, Math.abs(expected[j]));
        if (!(Math.abs(found[j] - expected[j]) <= tolerance)) {
          throw BundleErrors.golden(i, "contribution " + j, expected[j], found[j]);
        }
      }
    }
  }
}
