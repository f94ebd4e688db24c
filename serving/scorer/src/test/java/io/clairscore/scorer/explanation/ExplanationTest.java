package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.scorer.RandomModels;
import io.clairscore.scorer.RiskRange;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Catalogue CATALOGUE = Catalogue.core();

  private final Explanation whole = explanation();

  /** One with reasons on both sides. */
  private static Explanation explanation() {
    Explainer explainer =
        Explainer.of(
            RandomModels.bundle(CATALOGUE.names(), 400, 0.05, 5), CATALOGUE, ReasonLimits.DEFAULT);
    SplittableRandom random = new SplittableRandom(3);
    Explanation explanation;
    do {
      explanation =
          explainer.explain(RandomModels.client(CATALOGUE.features(), random), Remarks.NONE);
    } while (explanation.adverse().isEmpty()
        || explanation.favourable().isEmpty()
        || explanation.score().points() == explanation.basePoints());
    return explanation;
  }

  @Test
  void theStrongestReasonOfBothSidesComesFirst() {
    List<Reason> strongest = whole.strongest();

    assertThat(strongest).hasSize((int) whole.reasons().count());
    for (int i = 1; i < strongest.size(); i++) {
      assertThat(strongest.get(i).share()).isLessThanOrEqualTo(strongest.get(i - 1).share());
    }
  }

  @Test
  void sumsThatDoNotMakeTheScoreAreRefused() {
    assertThat(whole.score().points()).isNotEqualTo(whole.basePoints());
    refused("features", () -> with(List.of(), whole.themes(), whole.coverage(), whole.range()));
    Theme heavy = new Theme(BusinessGroup.HOUSING, 1_000_000, 1, List.of());
    refused(
        "themes", () -> with(whole.features(), List.of(heavy), whole.coverage(), whole.range()));
  }

  @Test
  void aRiskOutsideItsLevelIsRefused() {
    double probability = whole.score().probability();
    refused(
        "range",
        () ->
            with(
                whole.features(),
                whole.themes(),
                whole.coverage(),
                new RiskRange(0, probability / 2)));
  }

  @Test
  void anImpossibleCoverageIsRefused() {
    for (double coverage : new double[] {-0.01, 1.01, Double.NaN}) {
      refused("coverage", () -> with(whole.features(), whole.themes(), coverage, whole.range()));
    }
  }

  @Test
  void aReasonOfAnotherThemeIsRefused() {
    Theme told = whole.adverse().get(0);
    BusinessGroup other =
        told.group() == BusinessGroup.HOUSING ? BusinessGroup.CARD_USE : BusinessGroup.HOUSING;
    assertThatThrownBy(() -> new Theme(other, told.points(), told.share(), told.reasons()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be a theme");
  }

  private static void refused(String part, Runnable making) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The " + part + " of an explanation");
  }

  private Explanation with(
      List<FeaturePoints> features, List<Theme> themes, double coverage, RiskRange range) {
    return new Explanation(
        whole.score(),
        whole.basePoints(),
        whole.thresholdPoints(),
        features,
        themes,
        whole.barredPoints(),
        coverage,
        range,
        whole.outcome(),
        whole.remarks());
  }
}
