package io.clairscore.pipelines.modelpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.account.TrainedRun;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.SlowEvidence;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.training.TrainedOnce;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.pages.CalibrationPage;
import io.clairscore.scorer.pages.ClassificationReport;
import io.clairscore.scorer.pages.CurvesPage;
import io.clairscore.scorer.pages.DocumentsPage;
import io.clairscore.scorer.pages.EffectsPage;
import io.clairscore.scorer.pages.FeaturesPage;
import io.clairscore.scorer.pages.ImportancePage;
import io.clairscore.scorer.pages.LadderPage;
import io.clairscore.scorer.pages.MetricsPage;
import io.clairscore.scorer.pages.ModelPage;
import io.clairscore.scorer.pages.PageContent;
import io.clairscore.scorer.pages.PageName;
import io.clairscore.scorer.pages.PagePart;
import io.clairscore.scorer.pages.ReportPage;
import io.clairscore.scorer.pages.RulesPage;
import io.clairscore.scorer.pages.ThresholdsPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every figure of the pages against the run's own files, by slow loops. */
class ModelPagesTest extends TrainedOnce {
  private Bundle bundle;
  private ModelPages made;
  private SlowEvidence slow;

  @Override
  protected void trained() {
    bundle = TrainedRun.read(workspace, RUN).bundle();
    made = pages();
    try {
      slow = SlowEvidence.read(evidence.resolve("predictions.csv"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ModelPages pages() {
    return ModelPages.of(job(), bundle, FeatureTable.latest(session(), workspace.features()));
  }

  private static <T extends PageContent> T content(ModelPages of, Class<T> type) {
    return of.pages().stream()
        .map(ModelPage::content)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private SlowEvidence of(PagePart part) {
    return part == PagePart.HOLD_OUT ? slow.holdOut() : slow.training();
  }

  @Test
  void everyPageIsThereInItsOrderWithItsSourceOrSaysWhyItIsEmpty() throws IOException {
    assertThat(made.pages())
        .extracting(ModelPage::page)
        .containsExactlyElementsOf(Arrays.asList(PageName.values()));
    for (ModelPage page : made.pages()) {
      boolean known = page.page() != PageName.CANDIDATES && page.page() != PageName.FAIRNESS;
      assertThat(page.content() != null).as("%s", page.page()).isEqualTo(known);
      assertThat(page.source().model()).isEqualTo(RUN);
      assertThat(page.source().featuresVersion()).isZero();
      assertThat(page.source().samples().isEmpty()).as("%s", page.page()).isEqualTo(!known);
      byte[] json = page.tree().toString().getBytes(StandardCharsets.UTF_8);
      assertThat(ModelPage.read(json)).isEqualTo(page);
      assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void everyPlaceOfTheCurvesIsCounted() {
    for (CurvesPage.Curve curve : content(made, CurvesPage.class).curves()) {
      SlowEvidence part = of(curve.part());
      assertThat(curve.auc()).isCloseTo(part.auc(), within(1e-12));
      assertThat(curve.averagePrecision()).isBetween(curve.prevalence(), 1.0);
      assertThat(curve.places()).hasSizeBetween(100, 210);
      for (CurvesPage.Place place : curve.places()) {
        SlowEvidence.Counts counts = part.at(place.margin());
        assertThat(place.recall())
            .isEqualTo(SlowDecisions.ratio(counts.tp(), counts.tp() + counts.fn()));
        assertThat(place.falseAlarms())
            .isEqualTo(SlowDecisions.ratio(counts.fp(), counts.fp() + counts.tn()));
        assertThat(place.precision())
            .isEqualTo(SlowDecisions.ratio(counts.tp(), counts.tp() + counts.fp()));
        assertThat(place.refused()).isEqualTo(counts.refused());
        if (place.lift() != null) {
          double captured = place.recall() / place.refused();
          assertThat(place.lift()).isCloseTo(captured, within(1e-12));
        }
      }
    }
  }

  @Test
  void everyThresholdIsCountedInMarginPointsAndProbability() {
    ThresholdsPage page = content(made, ThresholdsPage.class);
    for (ThresholdsPage.Place place : page.places()) {
      SlowDecisions.assertEffect(place.outOfFold(), slow.training().at(place.margin()));
      SlowDecisions.assertEffect(place.holdOut(), slow.holdOut().at(place.margin()));
      double odds = Math.exp(-place.margin());
      double points =
          page.basePoints()
              + page.pointsToDouble() * Math.log(odds / page.baseOdds()) / Math.log(2);
      assertThat(place.points()).isCloseTo(points, within(1e-9));
      assertThat(place.probability())
          .isEqualTo(bundle.manifest().calibration().probability(place.margin()));
    }
    double served = bundle.manifest().threshold().margin();
    assertThat(page.places().get(page.served()).margin()).isEqualTo(served);
    assertThat(page.named()).hasSize(7).allMatch(named -> named.place() >= 0);
    assertThat(page.places().get(page.named().get(0).place()).margin()).isEqualTo(served);
    double half = bundle.manifest().threshold().reviewWidth() / 2;
    long inBand =
        slow.training().clients().stream()
            .filter(client -> Math.abs(client.margin() - served) <= half)
            .count();
    assertThat(page.review().outOfFold())
        .isEqualTo((double) inBand / slow.training().clients().size());
    assertThat(page.levels().stream().mapToLong(ThresholdsPage.Step::clients).sum())
        .isEqualTo(slow.training().clients().size());
    assertThat(page.levels())
        .extracting(ThresholdsPage.Step::refused)
        .containsExactly(true, true, true, false, false, false, false);
  }

  @Test
  void theReportByOutcomeIsOfTheDecisionsThatWereTaken() {
    ReportPage page = content(made, ReportPage.class);
    assertThat(page.reports())
        .extracting(ClassificationReport::part)
        .containsExactly(PagePart.OUT_OF_FOLD, PagePart.HOLD_OUT);
    for (ClassificationReport report : page.reports()) {
      SlowEvidence.Counts slow = of(report.part()).decided();
      SlowDecisions.assertCounts(report.counts(), slow);
      ClassificationReport.Outcome repaid = report.outcomes().get(0);
      ClassificationReport.Outcome defaulted = report.outcomes().get(1);
      SlowDecisions.assertFigures(
          repaid.figures(), slow.tn(), slow.tn() + slow.fn(), slow.tn() + slow.fp());
      SlowDecisions.assertFigures(
          defaulted.figures(), slow.tp(), slow.tp() + slow.fp(), slow.tp() + slow.fn());
      assertThat(repaid.support() + defaulted.support()).isEqualTo(report.clients());
      double weighted =
          (repaid.figures().f1() * repaid.support()
                  + defaulted.figures().f1() * defaulted.support())
              / report.clients();
      assertThat(report.weighted().f1()).isCloseTo(weighted, within(1e-12));
      assertThat(report.macro().f1())
          .isCloseTo((repaid.figures().f1() + defaulted.figures().f1()) / 2, within(1e-12));
    }
  }

  @Test
  void theMetricsAreThoseOfTheTrainingWithTheirIntervals() {
    Map<Metric, Estimate> trained = TrainedRun.read(workspace, RUN).report().holdOut();
    MetricsPage page = content(made, MetricsPage.class);
    trained.forEach(
        (metric, estimate) -> {
          MetricsPage.Measured told = measured(page, metric.key());
          assertThat(told.holdOut()).isEqualTo(Finite.interval(estimate));
          assertThat(told.outOfFold().low()).isLessThanOrEqualTo(told.outOfFold().high());
        });
    SlowEvidence.Counts decided = slow.training().decided();
    assertThat(measured(page, "precision").outOfFold().value())
        .isEqualTo(SlowDecisions.ratio(decided.tp(), decided.tp() + decided.fp()));
    assertThat(measured(page, "f1").outOfFold().value()).isCloseTo(decided.f1(), within(1e-12));
    assertThat(measured(page, "average_precision").holdOut().value())
        .isEqualTo(content(made, CurvesPage.class).curves().get(1).averagePrecision());
    assertThat(page.folds()).hasSize(2);
  }

  private static MetricsPage.Measured measured(MetricsPage page, String key) {
    return page.measures().stream().filter(of -> of.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void probabilitiesAreComparedWithOutcomesBeforeAndAfterCalibration() {
    CalibrationPage page = content(made, CalibrationPage.class);
    for (CalibrationPage.Reliability after : page.after()) {
      SlowEvidence part = of(after.part());
      assertThat(after.error()).isCloseTo(part.calibrationError(), within(1e-12));
      assertThat(after.brier()).isCloseTo(part.brier(), within(1e-12));
    }
    for (CalibrationPage.Reliability before : page.before()) {
      double squares =
          of(before.part()).clients().stream()
              .mapToDouble(of -> Math.pow(1 / (1 + Math.exp(-of.margin())) - of.target(), 2))
              .average()
              .orElseThrow();
      assertThat(before.brier()).isCloseTo(squares, within(1e-12));
      assertThat(before.bins().stream().mapToLong(CalibrationPage.Bin::defaults).sum())
          .isEqualTo(of(before.part()).defaults());
    }
  }

  @Test
  void weightsEffectsAndRulesAreTheModelsOwn() {
    ImportancePage weights = content(made, ImportancePage.class);
    assertThat(weights.features()).hasSize(bundle.manifest().features().size());
    assertThat(weights.features().stream().mapToDouble(ImportancePage.Weight::share).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(weights.features().get(0).aucLoss()).isPositive();
    assertThat(weights.groups().stream().mapToInt(ImportancePage.GroupWeight::features).sum())
        .isEqualTo(weights.features().size());
    EffectsPage effects = content(made, EffectsPage.class);
    assertThat(effects.left()).isZero();
    for (EffectsPage.Effect effect : effects.effects()) {
      assertThat(effect.bins().stream().mapToLong(EffectsPage.Bin::clients).sum())
          .isEqualTo(slow.training().clients().size());
      assertThat(effect.zones().stream().mapToLong(EffectsPage.Zone::clients).sum())
          .isEqualTo(slow.training().clients().size());
      for (EffectsPage.Zone zone : effect.zones()) {
        EffectsPage.ZoneKind kind =
            zone.effect() >= effects.noticeable()
                ? EffectsPage.ZoneKind.PROTECTIVE
                : zone.effect() <= -effects.noticeable()
                    ? EffectsPage.ZoneKind.RISKY
                    : EffectsPage.ZoneKind.NEUTRAL;
        assertThat(zone.kind()).as("%s", zone).isEqualTo(kind);
      }
    }
    // A high value of the first features is a risk in these clients.
    EffectsPage.Effect strong = effects.effects().get(0);
    assertThat(strong.bins().get(0).effect()).isPositive();
    assertThat(strong.bins().get(0).defaulted()).isLessThan(strong.bins().get(5).defaulted());
    RulesPage rules = content(made, RulesPage.class);
    assertThat(rules.rules().stream().mapToDouble(RulesPage.Rule::coverage).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(rules.fidelity()).isGreaterThan(rules.agreementByChance());
    assertThat(rules.rules().get(0).words().fr()).matches("(Refuser|Accepter) si : .*");
    assertThat(rules.rules()).allMatch(rule -> rule.conditions().size() <= 4);
  }

  @Test
  void namesEveryFeatureAndEveryDocument() {
    FeaturesPage features = content(made, FeaturesPage.class);
    assertThat(features.features())
        .extracting(FeaturesPage.ServedFeature::name)
        .containsExactlyElementsOf(bundle.manifest().features());
    assertThat(features.features().get(0).decides()).isTrue();
    assertThat(features.features().get(0).law()).isNotNull();
    DocumentsPage documents = content(made, DocumentsPage.class);
    assertThat(documents.documents())
        .extracting(DocumentsPage.Document::kind)
        .contains(DocumentsPage.Kind.values());
    for (DocumentsPage.Document document : documents.documents()) {
      assertThat(made.documents().get(document.file())).hasSize((int) document.bytes());
    }
    assertThat(made.documents()).containsKey("figures/roc.svg");
  }

  @Test
  void ofAModelWhoseRunIsGoneOnlyWhatItsBundleHoldsIsTold() throws IOException {
    Path runs = workspace.runs();
    Path gone = runs.resolveSibling("gone");
    Files.move(runs, gone);
    ModelPages left = pages();
    Files.move(gone, runs);
    for (ModelPage page : left.pages()) {
      switch (page.page()) {
        case LADDER, METRICS, IMPORTANCE, FEATURES -> assertThat(page.content()).isNotNull();
        case CANDIDATES -> assertThat(page.absence().en()).contains("clairscore study");
        case FAIRNESS -> assertThat(page.absence().en()).contains("not been measured yet");
        default -> assertThat(page.absence().fr()).contains("« golden »", "rien n’est montré");
      }
    }
    MetricsPage.Measured auc = measured(content(left, MetricsPage.class), "auc");
    assertThat(auc.holdOut())
        .isEqualTo(measured(content(made, MetricsPage.class), "auc").holdOut());
    assertThat(auc.outOfFold().value()).isCloseTo(slow.training().auc(), within(1e-12));
    assertThat(auc.outOfFold().low()).isNull();
    assertThat(content(left, LadderPage.class).rungs())
        .extracting(LadderPage.Rung::kind)
        .containsExactly(LadderPage.Kind.SERVED);
    assertThat(left.documents()).isEmpty();
  }
}
