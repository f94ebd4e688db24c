package io.clairscore.scorer.pages;

import java.util.List;

/**
 * Whether the probabilities hold.
 *
 * @param kind how a margin becomes a probability: {@code platt} or {@code isotonic}
 * @param method the same in a sentence
 * @param before probabilities as the trees give them, the logistic function of the margin
 * @param after calibrated probabilities
 */
public record CalibrationPage(
    String kind, PageWords method, List<Reliability> before, List<Reliability> after)
    implements PageContent {

  public CalibrationPage {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * Clients in classes of about equal size, from the least to the most probable default.
   *
   * @param error expected calibration error
   * @param brier mean squared distance of probability and outcome
   */
  public record Reliability(PagePart part, Double error, Double brier, List<Bin> bins) {
    public Reliability {
      bins = List.copyOf(bins);
    }
  }

  /**
   * A class.
   *
   * @param predicted mean probability
   * @param observed share of defaults, with Wilson's interval
   */
  public record Bin(long clients, long defaults, double predicted, PageInterval observed) {}
}
