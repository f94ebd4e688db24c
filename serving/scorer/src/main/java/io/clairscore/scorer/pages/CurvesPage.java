package io.clairscore.scorer.pages;

import java.util.List;

/** ROC, precision and recall, gains and lift of the served model, from the same places. */
public record CurvesPage(List<Curve> curves) implements PageContent {

  public CurvesPage {
    curves = List.copyOf(curves);
  }

  /**
   * The curve of some clients.
   *
   * @param auc area under the ROC curve through every score, not through the places alone
   * @param averagePrecision area under precision and recall, as a sum of steps through every score
   * @param prevalence share of defaults: the precision of a model that knows nothing
   * @param places from nobody refused to everybody refused
   */
  public record Curve(
      PagePart part, Double auc, Double averagePrecision, Double prevalence, List<Place> places) {
    public Curve {
      places = List.copyOf(places);
    }
  }

  /**
   * A threshold, as a place on every curve.
   *
   * @param margin lowest margin that is refused
   * @param refused share of the clients who are refused: x of gains and lift
   * @param falseAlarms share of the good clients who are refused: x of the ROC curve
   * @param recall share of the defaults that are refused: y of the ROC curve and of gains, x of
   *     precision and recall
   * @param precision share of defaults among the refused; null if nobody is
   * @param lift precision over the share of defaults; null if nobody is refused
   */
  public record Place(
      double margin,
      double refused,
      Double falseAlarms,
      Double recall,
      Double precision,
      Double lift) {}
}
