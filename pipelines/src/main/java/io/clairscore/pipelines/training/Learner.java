package io.clairscore.pipelines.training;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A way to learn a score from clients whose outcome is known. */
public interface Learner {

  /** Its settings by name, for the record. */
  Map<String, String> parameters();

  /**
   * Learns from rows with the columns SK_ID_CURR, TARGET, inner_order BIGINT and features
   * ARRAY&lt;FLOAT&gt;, which hold both outcomes.
   */
  Learned fit(Dataset<Row> rows);

  /** What came of a fit, in words. */
  default String words(Learned learned) {
    Figures figures = new Figures(Language.ENGLISH);
    return new TreeMap<>(learned.facts())
        .entrySet().stream()
            .map(fact -> fact.getKey() + " " + figures.value(fact.getValue()))
            .collect(Collectors.joining(", "));
  }
}
