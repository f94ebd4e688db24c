package io.clairscore.pipelines.study.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hyper-parameters and their ranges.
 *
 * @param dimensions in the order of a point's coordinates
 */
public record Space(List<Dimension> dimensions) {

  public Space {
    dimensions = List.copyOf(dimensions);
  }

  /** Values by name at a point of the unit cube. */
  public Map<String, Double> values(double[] point) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      values.put(dimensions.get(i).name(), dimensions.get(i).value(point[i]));
    }
    return values;
  }

  /** The point of the unit cube with these values. */
  public double[] point(Map<String, Double> values) {
    return dimensions.stream()
        .mapToDouble(dimension -> dimension.unit(values.get(dimension.name())))
        .toArray();
  }
}
