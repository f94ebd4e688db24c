package io.clairscore.pipelines.study.learner;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What models that know no missing values are given instead of the features: the strongest
 * features, cut at their outer hundredths, missing values replaced by the median, all on the scale
 * of their standard deviation; then one indicator per pattern of missing values.
 */
final class Preparation implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double OUTER = 0.01;
  private static final double RARELY = 0.005;

  private final List<Column> columns;
  private final List<Indicator> indicators;

  /** One feature; values leave it with mean 0 and standard deviation 1. */
  private record Column(
      int feature, float low, float high, float median, double mean, double deviation)
      implements Serializable {

    static Column of(ClientMatrix clients, int feature) {
      float[] known = clients.known(feature);
      float low = known[(int) (OUTER * (known.length - 1))];
      float high = known[(int) Math.ceil((1 - OUTER) * (known.length - 1))];
      Column raw = new Column(feature, low, high, known[(known.length - 1) / 2], 0, 1);
      double[] values = Arrays.stream(clients.rows()).mapToDouble(raw::of).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      return new Column(feature, low, high, raw.median, mean, Math.sqrt(squares / values.length));
    }

    double of(float[] features) {
      float value = features[feature];
      float known = Float.isFinite(value) ? Math.min(high, Math.max(low, value)) : median;
      return (known - mean) / deviation;
    }

    boolean constant() {
      return !(deviation > 0);
    }
  }

  /** Whether a feature is missing, on the scale of its standard deviation. */
  private record Indicator(int feature, double share) implements Serializable {
    double of(float[] features) {
      double missing = Float.isFinite(features[feature]) ? 0 : 1;
      return (missing - share) / Math.sqrt(share * (1 - share));
    }
  }

  private Preparation(List<Column> columns, List<Indicator> indicators) {
    this.columns = columns;
    this.indicators = indicators;
  }

  /** Fitted on these clients; features that are constant after the cut are left out. */
  static Preparation of(ClientMatrix clients, List<WeightsOfEvidence> strongest) {
    List<Column> columns = new ArrayList<>();
    List<Indicator> indicators = new ArrayList<>();
    Set<String> patterns = new HashSet<>();
    for (WeightsOfEvidence evidence : strongest) {
      int feature = evidence.feature();
      double share = 1 - (double) clients.known(feature).length / clients.size();
      if (share < 1) {
        Column column = Column.of(clients, feature);
        if (!column.constant()) {
          columns.add(column);
        }
      }
      if (share > RARELY && share < 1 - RARELY && patterns.add(pattern(clients, feature))) {
        indicators.add(new Indicator(feature, share));
      }
    }
    return new Preparation(List.copyOf(columns), List.copyOf(indicators));
  }

  /** Which clients miss a feature; features of one table are missing together. */
  private static String pattern(ClientMatrix clients, int feature) {
    StringBuilder pattern = new StringBuilder(clients.size());
    for (float[] row : clients.rows()) {
      pattern.append(Float.isNaN(row[feature]) ? '1' : '0');
    }
    return pattern.toString();
  }

  /**
   * One number of what a model is given.
   *
   * @param feature position of the feature
   * @param missing whether it says that the feature is missing, instead of its value
   */
  record Input(int feature, boolean missing) {}

  /** The inputs, in their order. */
  List<Input> inputs() {
    return Stream.concat(
            columns.stream().map(column -> new Input(column.feature(), false)),
            indicators.stream().map(indicator -> new Input(indicator.feature(), true)))
        .toList();
  }

  int width() {
    return columns.size() + indicators.size();
  }

  double[] apply(float[] features) {
    double[] prepared = new double[width()];
    for (int i = 0; i < columns.size(); i++) {
      prepared[i] = columns.get(i).of(features);
    }
    for (int i = 0; i < indicators.size(); i++) {
      prepared[columns.size() + i] = indicators.get(i).of(features);
    }
    return prepared;
  }
}
