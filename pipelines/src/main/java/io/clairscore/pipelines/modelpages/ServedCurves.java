package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.RankedScores;
import io.clairscore.scorer.pages.CurvesPage;
import io.clairscore.scorer.pages.PagePart;
import java.util.List;
import java.util.function.Function;

/** ROC, precision and recall, gains and lift, through the places of the run's account. */
record ServedCurves(Account account) {

  CurvesPage page() {
    return new CurvesPage(
        List.of(
            curve(PagePart.OUT_OF_FOLD, account.curve().training(), Place::training),
            curve(PagePart.HOLD_OUT, account.curve().holdOut(), Place::holdOut)));
  }

  private CurvesPage.Curve curve(
      PagePart part, RankedScores ranked, Function<Place, Confusion> of) {
    Confusion all = of.apply(account.grid().get(0));
    double prevalence = (double) all.defaults() / all.clients();
    return new CurvesPage.Curve(
        part,
        Finite.orNull(ranked.auc()),
        Finite.orNull(ranked.averagePrecision()),
        Finite.orNull(prevalence),
        account.grid().stream()
            .map(place -> place(place.margin(), of.apply(place), prevalence))
            .toList());
  }

  private static CurvesPage.Place place(double margin, Confusion confusion, double prevalence) {
    return new CurvesPage.Place(
        margin,
        confusion.refusalRate(),
        Finite.orNull(confusion.falseAlarms()),
        Finite.orNull(confusion.recall()),
        Finite.orNull(confusion.precision()),
        Finite.orNull(confusion.precision() / prevalence));
  }
}
