package io.clairscore.pipelines.export;

import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.scorer.published.FeatureProfile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Profiles of all features over all clients, in one pass over the rows: moments, and quantiles from
 * summaries of some rows at a time, which bounds their memory.
 */
final class FeatureProfiles {
  private static final int ROWS_AT_A_TIME = 50_000;
  private static final double[] SHARES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  private FeatureProfiles() {}

  /** What is known of some rows. */
  private record Part(FeatureMoments moments, List<FeatureSummary> summaries)
      implements Serializable {}

  static List<FeatureProfile> of(FeatureTable features) {
    List<String> names = features.names();
    Dataset<Row> rows = features.rows().selectExpr(quoted(names));
    List<Part> parts = rows.javaRDD().mapPartitions(some -> part(some, names.size())).collect();
    FeatureMoments moments =
        parts.stream()
            .map(Part::moments)
            .reduce(new FeatureMoments(names.size()), FeatureMoments::plus);
    List<FeatureSummary> summaries =
        parts.stream().flatMap(part -> part.summaries().stream()).toList();
    return IntStream.range(0, names.size())
        .mapToObj(i -> moments.profile(i, names.get(i), quantiles(summaries, i)))
        .toList();
  }

  private static Iterator<Part> part(Iterator<Row> rows, int features) {
    FeatureMoments moments = new FeatureMoments(features);
    FeatureSummary.Values values = new FeatureSummary.Values(features, ROWS_AT_A_TIME);
    List<FeatureSummary> summaries = new ArrayList<>();
    while (rows.hasNext()) {
      for (int left = ROWS_AT_A_TIME; left > 0 && rows.hasNext(); left--) {
        Row row = rows.next();
        moments.add(row);
        for (int i = 0; i < features; i++) {
          if (!row.isNullAt(i) && !Float.isNaN(row.getFloat(i))) {
            values.add(i, row.getFloat(i));
          }
        }
      }
      summaries.add(values.summary());
    }
    return List.of(new Part(moments, summaries)).iterator();
  }

  /** A point, and how many values it stands for. */
  private record Weighed(float value, double weight) {}

  static Map<String, Double> quantiles(List<FeatureSummary> summaries, int feature) {
    List<Weighed> points = new ArrayList<>();
    double count = 0;
    for (FeatureSummary summary : summaries) {
      float[] own = summary.points()[feature];
      for (float value : own) {
        points.add(new Weighed(value, (double) summary.counts()[feature] / own.length));
      }
      count += summary.counts()[feature];
    }
    points.sort((one, other) -> Float.compare(one.value(), other.value()));
    Map<String, Double> byShare = new LinkedHashMap<>();
    int at = 0;
    double below = 0;
    for (double share : SHARES) {
      while (at < points.size() - 1 && below + points.get(at).weight() < share * count) {
        below += points.get(at++).weight();
      }
      if (!points.isEmpty()) {
        byShare.put(Double.toString(share), (double) points.get(at).value());
      }
    }
    return byShare;
  }

  private static String[] quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").toArray(String[]::new);
  }
}
