package io.clairscore.pipelines.study.search;

/**
 * One hyper-parameter and its range.
 *
 * @param name its name
 * @param low least value
 * @param high greatest value
 * @param scale how values are spread over the range
 */
public record Dimension(String name, double low, double high, Scale scale) {

  /** How values are spread. */
  public enum Scale {
    LINEAR,
    /** Evenly by logarithm. */
    LOGARITHMIC,
    /** Whole numbers, each with an equal part of the range. */
    INTEGER
  }

  public Dimension {
    if (!(low < high) || scale == Scale.LOGARITHMIC && !(low > 0)) {
      throw new IllegalArgumentException(
          "Dimension " + name + " has no range from " + low + " to " + high + " by " + scale);
    }
  }

  /** The value at a place between 0 and 1. */
  public double value(double unit) {
    return switch (scale) {
      case LINEAR -> low + unit * (high - low);
      case LOGARITHMIC -> low * Math.pow(high / low, unit);
      case INTEGER -> Math.min(high, low + Math.floor(unit * (high - low + 1)));
    };
  }

  /** The place of a value; values outside the range are at its ends. */
  public double unit(double value) {
    double place =
        switch (scale) {
          case LINEAR -> (value - low) / (high - low);
          case LOGARITHMIC -> Math.log(value / low) / Math.log(high / low);
          case INTEGER -> (value - low + 0.5) / (high - low + 1);
        };
    return Math.min(1, Math.max(0, place));
  }
}
