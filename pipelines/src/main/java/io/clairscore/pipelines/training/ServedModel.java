package io.clairscore.pipelines.training;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import io.clairscore.scorer.Calibration;
import io.clairscore.scorer.GoldenRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassificationModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The model that will serve, fitted on all training clients.
 *
 * @param model XGBoost's own Spark model
 * @param json the model as XGBoost's JSON
 * @param ubj the same as UBJSON
 */
record ServedModel(XGBoostClassificationModel model, byte[] json, byte[] ubj) {
  private static final int GOLDEN_ROWS = 16;

  /** XGBoost's word for no limit. */
  private static final int ALL_TREES = 0;

  /** Fits it, and gives the trees the names of the features. */
  static ServedModel fit(BoostingRun run, Dataset<Row> rows, List<String> names) {
    XGBoostClassificationModel model = run.fit(rows);
    Booster booster = model.nativeBooster().booster();
    try {
      booster.setFeatureNames(names.toArray(String[]::new));
      return new ServedModel(model, booster.toByteArray("json"), booster.toByteArray("ubj"));
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot write its model", e);
    } finally {
      Reference.reachabilityFence(model);
    }
  }

  /** Rows with {@code margin}, a float, by XGBoost itself. */
  Dataset<Row> transform(Dataset<Row> rows) {
    return model
        .transform(rows)
        .withColumn(
            Columns.MARGIN,
            vector_to_array(col("rawPrediction"), "float64").getItem(1).cast("float"))
        .drop("rawPrediction", "probability", "prediction");
  }

  /**
   * Training clients with the margins and contributions XGBoost gives them, for the bundle to prove
   * itself on.
   */
  List<GoldenRow> goldenRows(Dataset<Row> rows, Calibration calibration) {
    Dataset<Row> chosen = rows.orderBy(Columns.INNER, Columns.CLIENT).limit(GOLDEN_ROWS);
    List<Row> scored = transform(chosen).select(Columns.FEATURES, Columns.MARGIN).collectAsList();
    List<float[]> vectors = scored.stream().map(row -> Vectors.floats(row.getList(0))).toList();
    float[][] contributions = contributions(vectors);
    return IntStream.range(0, vectors.size())
        .mapToObj(
            i ->
                GoldenRow.of(
                    vectors.get(i), scored.get(i).getFloat(1), contributions[i], calibration))
        .toList();
  }

  /** What each feature adds to the margin of these clients, and the bias, by XGBoost itself. */
  private float[][] contributions(List<float[]> vectors) {
    int width = vectors.get(0).length;
    float[] cells = new float[vectors.size() * width];
    for (int i = 0; i < vectors.size(); i++) {
      System.arraycopy(vectors.get(i), 0, cells, i * width, width);
    }
    try {
      DMatrix matrix = new DMatrix(cells, vectors.size(), width, Float.NaN);
      try {
        matrix.setFeatureNames(model.nativeBooster().booster().getFeatureNames());
        return model.nativeBooster().booster().predictContrib(matrix, ALL_TREES);
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot explain its model", e);
    } finally {
      Reference.reachabilityFence(model);
    }
  }

  /** Version of XGBoost that wrote the model, as the model itself says. */
  String xgboostVersion() {
    try {
      StringJoiner version = new StringJoiner(".");
      for (JsonNode number : new ObjectMapper().readTree(json).get("version")) {
        version.add(number.asText());
      }
      return version.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
