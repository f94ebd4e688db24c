package io.clairscore.pipelines.scoring;

import io.clairscore.features.files.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A file in the layout of Kaggle's {@code sample_submission.csv}: SK_ID_CURR, TARGET. TARGET is the
 * logistic function of the margin, not the calibrated probability: the competition judges the order
 * of the clients, and calibration may give several of them one value.
 */
final class Submission {

  private Submission() {}

  static void write(Dataset<Row> scores, Path file) throws IOException {
    List<Row> rows = scores.select("SK_ID_CURR", "margin").orderBy("SK_ID_CURR").collectAsList();
    StringBuilder lines = new StringBuilder("SK_ID_CURR,TARGET\n");
    for (Row row : rows) {
      double probability = 1 / (1 + StrictMath.exp(-(double) row.getFloat(1)));
      lines.append(row.getInt(0)).append(',').append(probability).append('\n');
    }
    DurableFiles.replace(file.toAbsolutePath(), lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
