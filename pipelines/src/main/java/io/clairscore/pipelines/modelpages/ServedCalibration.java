package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Reliability;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.scorer.Calibration;
import io.clairscore.scorer.Isotonic;
import io.clairscore.scorer.Platt;
import io.clairscore.scorer.pages.CalibrationPage;
import io.clairscore.scorer.pages.PagePart;
import java.util.Arrays;
import java.util.List;

/** Whether the probabilities hold, before and after calibration. */
record ServedCalibration(Account account) {

  CalibrationPage page() {
    String kind = account.run().manifest().calibration() instanceof Isotonic ? "isotonic" : "platt";
    Scores training = account.run().scores().training();
    Scores holdOut = account.run().scores().holdOut();
    return new CalibrationPage(
        kind,
        PageTexts.ofDocuments("calibration." + kind),
        List.of(
            reliability(PagePart.OUT_OF_FOLD, uncalibrated(training)),
            reliability(PagePart.HOLD_OUT, uncalibrated(holdOut))),
        List.of(
            reliability(PagePart.OUT_OF_FOLD, training), reliability(PagePart.HOLD_OUT, holdOut)));
  }

  /** The probabilities of the trees themselves. */
  private static Scores uncalibrated(Scores scores) {
    Calibration none = new Platt(1, 0);
    return new Scores(
        scores.clients(),
        Arrays.stream(scores.clients().margin()).map(none::probability).toArray());
  }

  private CalibrationPage.Reliability reliability(PagePart part, Scores scores) {
    Reliability reliability = Reliability.of(scores);
    return new CalibrationPage.Reliability(
        part,
        Finite.orNull(reliability.error()),
        Finite.orNull(
            Decisions.at(scores, account.run().manifest().threshold().margin())
                .measure(account.costs())
                .get(Metric.BRIER)),
        reliability.bins().stream()
            .map(
                bin ->
                    new CalibrationPage.Bin(
                        bin.clients(),
                        bin.defaults(),
                        bin.predicted(),
                        Finite.interval(bin.interval())))
            .toList());
  }
}
