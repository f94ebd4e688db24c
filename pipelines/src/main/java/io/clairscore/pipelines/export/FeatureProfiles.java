package io.clairscore.pipelines.export;

import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.scorer.published.FeatureProfile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Profiles of all features over all clients, by Spark: moments in one pass over the rows, quantiles
 * by Spark's sketches for some columns at a time, which bounds their memory.
 */
final class FeatureProfiles {
  private static final int COLUMNS_AT_A_TIME = 100;
  private static final double QUANTILE_ERROR = 0.001;
  private static final double[] SHARES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  private FeatureProfiles() {}

  static List<FeatureProfile> of(FeatureTable features) {
    List<String> names = features.names();
    Dataset<Row> rows = features.rows().selectExpr(quoted(names));
    FeatureMoments moments =
        rows.javaRDD().mapPartitions(part -> moments(part, names.size())).collect().stream()
            .reduce(new FeatureMoments(names.size()), FeatureMoments::plus);
    List<FeatureProfile> profiles = new ArrayList<>();
    for (int from = 0; from < names.size(); from += COLUMNS_AT_A_TIME) {
      List<String> some = names.subList(from, Math.min(from + COLUMNS_AT_A_TIME, names.size()));
      double[][] quantiles =
          rows.stat().approxQuantile(some.toArray(String[]::new), SHARES, QUANTILE_ERROR);
      for (int i = 0; i < some.size(); i++) {
        profiles.add(moments.profile(from + i, some.get(i), byShare(quantiles[i])));
      }
    }
    return profiles;
  }

  private static Iterator<FeatureMoments> moments(Iterator<Row> rows, int features) {
    FeatureMoments moments = new FeatureMoments(features);
    rows.forEachRemaining(moments::add);
    return List.of(moments).iterator();
  }

  private static Map<String, Double> byShare(double[] quantiles) {
    Map<String, Double> byShare = new LinkedHashMap<>();
    for (int i = 0; i < quantiles.length; i++) {
      byShare.put(Double.toString(SHARES[i]), quantiles[i]);
    }
    return byShare;
  }

  private static String[] quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").toArray(String[]::new);
  }
}
