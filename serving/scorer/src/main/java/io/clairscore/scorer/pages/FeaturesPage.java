package io.clairscore.scorer.pages;

import java.util.List;

/** The features the model reads, in the order of its vector. */
public record FeaturesPage(List<ServedFeature> features) implements PageContent {

  public FeaturesPage {
    features = List.copyOf(features);
  }

  /** Which way the risk may move with a feature. */
  public enum RiskDirection {
    RISING,
    FALLING,
    FREE
  }

  /**
   * A feature. What the catalogue says is null for a feature it does not know.
   *
   * @param explanation what it is, in one or two sentences
   * @param unit key of its unit
   * @param squared whether its values are in squared units
   * @param table table whose rows it sums up
   * @param columns columns it depends on
   * @param decides whether it may decide, and be told as a reason
   * @param use what may be done with it
   * @param ground key of the reason why
   * @param direction which way the training bound the risk; null where its settings are not kept
   * @param values what 1 and 0 mean, where these are its only values; else empty
   * @param known share of the accepted training clients who have a value
   * @param quartiles of their values; empty if none has one
   * @param mean of their values; null if none has one
   */
  public record ServedFeature(
      int index,
      String name,
      PageWords label,
      PageWords explanation,
      String unit,
      PageWords unitLabel,
      boolean squared,
      String group,
      PageWords groupLabel,
      String table,
      List<String> columns,
      boolean decides,
      PageWords use,
      String ground,
      PageWords reason,
      PageWords law,
      RiskDirection direction,
      List<PageWords> values,
      double known,
      List<Double> quartiles,
      Double mean) {
    public ServedFeature {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
      quartiles = List.copyOf(quartiles);
    }
  }
}
