package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Table;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.RandomModels;
import io.clairscore.scorer.Scorer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is said for a factor: a fact that explains the direction, and every absence once. */
class SpeakerTest {
  private static final Catalogue CATALOGUE = Catalogue.core();
  private static final List<Feature> FEATURES = CATALOGUE.features();

  private static Explainer explainer(Bundle bundle) {
    return Explainer.of(bundle, CATALOGUE, ReasonLimits.DEFAULT);
  }

  private static Bundle bundle(int trees, double leaf) {
    return RandomModels.bundle(CATALOGUE.names(), trees, leaf, 5);
  }

  /** The oracle sets the feature of many clients to a low and to a high value. */
  @Test
  void noComparisonContradictsTheDirectionOfItsReason() {
    int compared = 0;
    for (int seed = 1; seed <= 4; seed++) {
      List<String> names = FEATURES.stream().filter(Feature::decides).map(Feature::name).toList();
      Bundle bundle = RandomModels.bundle(names.subList(0, 60), 150, 0.1, seed);
      List<Feature> features =
          names.subList(0, 60).stream().map(n -> CATALOGUE.feature(n).orElseThrow()).toList();
      Explainer explainer = explainer(bundle);
      Scorer scorer = Scorer.of(bundle);
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 40; i++) {
        float[] client = RandomModels.client(features, random);
        for (Reason reason : explainer.explain(client, Remarks.NONE).strongest()) {
          if (reason.comparison().filter(c -> c.kind() != Comparison.Kind.CASE).isPresent()) {
            compared++;
            int at = features.indexOf(reason.feature());
            float median = (float) reason.comparison().get().value();
            boolean adverse = reason.direction() == Direction.ADVERSE;
            boolean more = client[at] > median;
            assertThat(reason.comparison().get().kind())
                .isIn(
                    more ? Comparison.Kind.AT_MOST : Comparison.Kind.AT_LEAST,
                    Comparison.Kind.ON_AVERAGE);
            FeatureReference accepted = bundle.reference().features().get(at);
            if (reason.comparison().get().kind() == Comparison.Kind.ON_AVERAGE) {
              double half = accepted.quartiles().median();
              assertThat((client[at] - half) * (client[at] - accepted.mean()))
                  .as("%s: less than the mean and more than half, or the reverse", reason)
                  .isNotNegative();
            }
            double typical = rescored(scorer, client, at, median);
            boolean ofThisClient = scorer.score(client).margin() > typical == adverse;
            assertThat(ofThisClient || risesWith(at, features, scorer) == (more == adverse))
                .as("%s: %s against %s", reason, client[at], median)
                .isTrue();
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static double rescored(Scorer scorer, float[] client, int feature, float value) {
    float[] other = client.clone();
    other[feature] = value;
    return scorer.score(other).margin();
  }

  private static boolean risesWith(int feature, List<Feature> features, Scorer scorer) {
    SplittableRandom random = new SplittableRandom(17);
    double rise = 0;
    for (int i = 0; i < 100; i++) {
      float[] client = RandomModels.client(features, random);
      rise += rescored(scorer, client, feature, 0.95f) - rescored(scorer, client, feature, 0.05f);
    }
    return rise > 0;
  }

  @Test
  void everyAbsenceIsToldOnce() {
    Explainer explainer = Explainer.of(bundle(400, 0.1), CATALOGUE, new ReasonLimits(12, 9, 1));
    SplittableRandom random = new SplittableRandom(12);
    int absences = 0;
    for (int i = 0; i < 30; i++) {
      List<Reason> told =
          explainer.explain(RandomModels.client(FEATURES, random), Remarks.NONE).strongest();
      List<String> absent = told.stream().filter(Reason::absent).map(Reason::absence).toList();
      assertThat(absent).doesNotHaveDuplicates();
      absences += absent.size();
    }
    assertThat(absences).isGreaterThan(30);
  }

  @Test
  void whoNeverAppliedHereIsToldSoOnceAndNotThatThereIsNoRepayment() {
    float[] client = RandomModels.client(FEATURES, new SplittableRandom(2));
    for (Feature feature : FEATURES) {
      if (feature.table().ordinal() > Table.BUREAU_BALANCE.ordinal()) {
        client[feature.index()] = Float.NaN;
      }
    }

    Explanation told =
        Explainer.of(bundle(400, 0.1), CATALOGUE, new ReasonLimits(12, 9, 1))
            .explain(client, Remarks.NONE);

    assertThat(told.reasons().filter(r -> r.factor().kind() == Factor.Kind.HISTORY))
        .extracting(Reason::absence)
        .containsExactly("previous_application");
    assertThat(told.themes())
        .extracting(Theme::group)
        .doesNotContain(BusinessGroup.REPAYMENT_BEHAVIOUR, BusinessGroup.CARD_USE);
  }

  @Test
  void withoutAWitnessNobodySaysThatAHistoryIsEmpty() {
    List<String> names = List.of("PREV_RATE_DOWN_PAYMENT_MEAN", "EXT_SOURCE_2");
    Explainer explainer = explainer(RandomModels.bundle(names, 60, 0.3, 4));

    Explanation told = explainer.explain(new float[] {Float.NaN, 0.4f}, Remarks.NONE);

    assertThat(told.reasons().filter(r -> r.factor().code().equals("PAST_AMOUNTS")))
        .singleElement()
        .satisfies(reason -> assertThat(reason.spoken()).isFalse());
  }
}
