package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.scorer.RandomModels;
import java.util.List;
import java.util.Map;
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

    assertThat(strongest).hasSize(whole.adverse().size() + whole.favourable().size());
    for (int i = 1; i < strongest.size(); i++) {
      assertThat(strongest.get(i).share()).isLessThanOrEqualTo(strongest.get(i - 1).share());
    }
  }

  @Test
  void sumsThatDoNotMakeTheScoreAreRefused() {
    assertThat(whole.score().points()).isNotEqualTo(whole.basePoints());
    refused(
        "features",
        () ->
            with(List.of(), whole.groups(), whole.adverse(), whole.favourable(), whole.coverage()));
    refused(
        "groups",
        () ->
            with(
                whole.features(),
                Map.of(BusinessGroup.values()[0], 1_000_000),
                whole.adverse(),
                whole.favourable(),
                whole.coverage()));
    refused(
        "reasons",
        () ->
            with(
                whole.features(), whole.groups(), List.of(), whole.favourable(), whole.coverage()));
  }

  @Test
  void reasonsOfTheOtherSideAreRefused() {
    refused(
        "adverse",
        () ->
            with(
                whole.features(),
                whole.groups(),
                whole.favourable(),
                whole.adverse(),
                whole.coverage()));
    refused(
        "favourable",
        () ->
            with(whole.features(), whole.groups(), List.of(), whole.strongest(), whole.coverage()));
  }

  @Test
  void anImpossibleCoverageIsRefused() {
    for (double coverage : new double[] {-0.01, 1.01, Double.NaN}) {
      refused(
          "coverage",
          () ->
              with(
                  whole.features(), whole.groups(), whole.adverse(), whole.favourable(), coverage));
    }
  }

  private static void refused(String part, Runnable making) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The " + part + " of an explanation");
  }

  private Explanation with(
      List<FeaturePoints> features,
      Map<BusinessGroup, Integer> groups,
      List<Reason> adverse,
      List<Reason> favourable,
      double coverage) {
    return new Explanation(
        whole.score(),
        whole.basePoints(),
        whole.thresholdPoints(),
        features,
        groups,
        adverse,
        favourable,
        whole.barredPoints(),
        whole.otherPoints(),
        coverage,
        whole.absences(),
        whole.outcome(),
        whole.remarks());
  }
}
