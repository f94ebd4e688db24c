package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.ComparedThreshold;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Points;
import io.clairscore.scorer.pages.ThresholdsPage;
import java.util.Arrays;
import java.util.List;

/** What each threshold of the run's account does, in margin, points and probability. */
record ThresholdPlaces(Account account) {

  ThresholdsPage page() {
    Points points = manifest().points();
    List<Double> margins = account.grid().stream().map(Place::margin).toList();
    return new ThresholdsPage(
        account.costs().falseNegativeCost(),
        account.costs().falsePositiveCost(),
        points.pointsToDouble(),
        points.basePoints(),
        points.baseOdds(),
        margins.indexOf(manifest().threshold().margin()),
        band(),
        Arrays.stream(ComparedThreshold.values())
            .map(
                rule ->
                    new ThresholdsPage.Named(
                        rule.name(),
                        PageTexts.ofDocuments("rule." + rule),
                        margins.indexOf(account.place(rule).margin())))
            .toList(),
        levels(),
        account.grid().stream().map(this::place).toList());
  }

  private Manifest manifest() {
    return account.run().manifest();
  }

  private ThresholdsPage.Place place(Place place) {
    return new ThresholdsPage.Place(
        place.margin(),
        manifest().points().exact(place.margin()),
        manifest().calibration().probability(place.margin()),
        effect(place.training()),
        effect(place.holdOut()));
  }

  private ThresholdsPage.Effect effect(Confusion confusion) {
    return new ThresholdsPage.Effect(
        OutcomeReports.counts(confusion),
        confusion.refusalRate(),
        confusion.accuracy(),
        confusion.cost(account.costs()),
        OutcomeReports.figures(confusion),
        OutcomeReports.figures(confusion.mirrored()));
  }

  private ThresholdsPage.Band band() {
    double half = manifest().threshold().reviewWidth() / 2;
    double low = manifest().threshold().margin() - half;
    double high = manifest().threshold().margin() + half;
    return new ThresholdsPage.Band(
        low,
        high,
        manifest().points().exact(high),
        manifest().points().exact(low),
        manifest().calibration().probability(low),
        manifest().calibration().probability(high),
        toReview(account.run().scores().training()),
        toReview(account.run().scores().holdOut()));
  }

  private Double toReview(Scores scores) {
    double toReview =
        Arrays.stream(scores.clients().margin()).filter(manifest().threshold()::toReview).count();
    return toReview / scores.clients().size();
  }

  private List<ThresholdsPage.Step> levels() {
    return account.run().bundle().reference().levels().stream().map(this::step).toList();
  }

  private ThresholdsPage.Step step(LevelOutcome of) {
    List<Double> lowest = manifest().levels().lowestMargins();
    int place = of.level().ordinal();
    Double margin = place < lowest.size() ? lowest.get(place) : null;
    return new ThresholdsPage.Step(
        of.level().name(),
        PageTexts.in(of.level()::word),
        margin,
        margin == null ? null : manifest().points().exact(margin),
        of.clients(),
        of.defaults(),
        margin != null && margin >= manifest().threshold().margin());
  }
}
