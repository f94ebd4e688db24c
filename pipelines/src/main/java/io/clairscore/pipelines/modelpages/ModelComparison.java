package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.ComparedThreshold;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.scorer.pages.ComparisonPage;
import io.clairscore.scorer.pages.PageWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** The served model and the candidates of a study, each at every threshold. */
record ModelComparison(Account account, Optional<FoundStudy> study) {

  ComparisonPage page() {
    String run = account.run().manifest().training().runId();
    List<ComparisonPage.Model> models = new ArrayList<>();
    models.add(
        model(
            run,
            PageTexts.ofDocuments("page.servedModel", "run", run),
            true,
            account.grid(),
            account.place(ComparedThreshold.SERVED)));
    study.ifPresent(of -> of.curves().forEach((name, curve) -> models.add(candidate(name, curve))));
    return new ComparisonPage(
        account.costs().falseNegativeCost(), account.costs().falsePositiveCost(), models);
  }

  private ComparisonPage.Model candidate(String name, ThresholdCurve curve) {
    return model(
        name,
        PageTexts.ofStudy(name),
        false,
        curve.grid(DoubleStream.empty()),
        curve.cheapest(account.costs()));
  }

  /** The place at or next below the one where the model is shown first. */
  private static ComparisonPage.Model model(
      String name, PageWords label, boolean served, List<Place> places, Place start) {
    long above = places.stream().filter(place -> place.margin() > start.margin()).count();
    return new ComparisonPage.Model(
        name,
        label,
        served,
        (int) Math.min(above, places.size() - 1),
        places.stream().map(Place::margin).toList(),
        places.stream().map(Place::probability).toList(),
        moved(places, Place::training),
        moved(places, Place::holdOut));
  }

  private static ComparisonPage.Moved moved(List<Place> places, Function<Place, Confusion> of) {
    Confusion any = of.apply(places.get(0));
    return new ComparisonPage.Moved(
        any.defaults(),
        any.good(),
        places.stream().map(place -> of.apply(place).truePositives()).toList(),
        places.stream().map(place -> of.apply(place).falsePositives()).toList());
  }
}
