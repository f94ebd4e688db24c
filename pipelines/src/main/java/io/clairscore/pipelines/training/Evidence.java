package io.clairscore.pipelines.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.StoredScores;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import io.clairscore.scorer.Bundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What lets a reviewer check a training without its code, in {@code runs/<run>/evidence/}: a copy
 * of the model files, {@code configuration.json} (every setting as it was then), {@code
 * predictions.csv} (every labelled client as judged) and {@code margins.csv} (every labelled
 * client's margin by Spark's XGBoost and by the scorer). It names clients, so it stays out of the
 * bundle.
 */
record Evidence(Path folder) {
  private static final List<String> MODEL_FILES = List.of("bundle.json", "model.json", "model.ubj");

  /** Copies the files of a bundle that outside tools read. */
  void copyModel(Path bundle) throws IOException {
    for (String name : MODEL_FILES) {
      DurableFiles.replace(folder.resolve(name), Files.readAllBytes(bundle.resolve(name)));
    }
  }

  /**
   * Writes {@code configuration.json}. The run's own copy may be replaced by a later command of the
   * same run.
   */
  void configuration(Configuration conf) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    DurableFiles.replace(
        folder.resolve("configuration.json"), json.writeValueAsBytes(json.valueToTree(conf)));
  }

  /**
   * Writes {@code predictions.csv}: training clients by what did not see them, the hold-out by the
   * served model.
   */
  void predictions(Decisions training, Decisions holdOut) throws IOException {
    new StoredScores(folder.resolve("predictions.csv")).write(training.and(holdOut));
  }

  /** Writes {@code margins.csv}, as doubles so that no digit of the floats is lost. */
  void margins(Dataset<Row> scored, Bundle bundle) throws IOException {
    StringBuilder lines = new StringBuilder("SK_ID_CURR,sparkMargin,walkerMargin\n");
    Iterator<Row> rows =
        scored
            .select(Columns.CLIENT, Columns.MARGIN, Columns.FEATURES)
            .sort(Columns.CLIENT)
            .toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      double spark = row.getFloat(1);
      double walker = bundle.trees().margin(Vectors.floats(row.getList(2)));
      lines.append(row.getInt(0)).append(',').append(spark).append(',').append(walker).append('\n');
    }
    DurableFiles.replace(
        folder.resolve("margins.csv"), lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
