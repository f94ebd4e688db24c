package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Table;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.Points;
import io.clairscore.scorer.RandomModels;
import io.clairscore.scorer.Reference;
import io.clairscore.scorer.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {
  private static final Catalogue CATALOGUE = Catalogue.core();
  private static final List<Feature> FEATURES = CATALOGUE.features();

  private static Explainer explainer(Bundle bundle) {
    return Explainer.of(bundle, CATALOGUE, ReasonLimits.DEFAULT);
  }

  private static Bundle bundle(int trees, double leaf) {
    return RandomModels.bundle(CATALOGUE.names(), trees, leaf, 5);
  }

  @ParameterizedTest(name = "{0} trees of leaves up to {1}")
  @CsvSource({"1, 5", "30, 0.5", "400, 0.05", "200, 0.0005", "20, 0"})
  void pointsAddUpToTheScoreAndAreWithinOneOfTheContributions(int trees, double leaf) {
    Bundle bundle = bundle(trees, leaf);
    Explainer explainer = explainer(bundle);
    Scorer scorer = Scorer.of(bundle);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20; i++) {
      float[] client = RandomModels.client(FEATURES, random);

      Explanation explanation = explainer.explain(client, Remarks.NONE);

      int moved = scorer.score(client).points() - explanation.basePoints();
      double[] contributions = scorer.contributions(client);
      assertThat(explanation.basePoints())
          .isEqualTo(Points.DEFAULT.of(contributions[FEATURES.size()]));
      assertThat(explanation.features().stream().mapToInt(FeaturePoints::points).sum())
          .isEqualTo(moved);
      assertThat(explanation.themes().stream().mapToInt(Theme::points).sum())
          .isEqualTo(moved - explanation.barredPoints());
      for (FeaturePoints feature : explanation.features()) {
        double exact = -Points.DEFAULT.factor() * contributions[feature.feature().index()];
        assertThat(Math.abs(feature.points() - exact)).isLessThan(2);
      }
      assertThat(explanation.reasons())
          .allSatisfy(
              reason ->
                  assertThat(reason.points())
                      .isCloseTo(
                          (int) Math.round(-Points.DEFAULT.factor() * reason.contribution()),
                          offset(1)));
      assertThat(explainer.explain(client, Remarks.NONE)).isEqualTo(explanation);
    }
  }

  @Test
  void pointsCountFromTheMeanScoreOfAcceptedClients() {
    List<String> names = List.of("EXT_SOURCE_1", "EXT_SOURCE_2", "AMT_CREDIT");
    Bundle random = RandomModels.bundle(names, 40, 0.3, 3);
    Bundle bundle =
        new Bundle(
            random.manifest(), random.trees(), List.of(), withMeans(random.reference(), -0.2));
    float[] client = {0.3f, 0.7f, 0.5f};
    double[] contributions = Scorer.of(bundle).contributions(client);

    Explanation explanation = explainer(bundle).explain(client, Remarks.NONE);

    assertThat(explanation.basePoints()).isEqualTo(Points.DEFAULT.of(contributions[3] - 0.6));
    Theme scores =
        explanation.themes().stream()
            .filter(theme -> theme.group() == BusinessGroup.EXTERNAL_SCORES)
            .findFirst()
            .orElseThrow();
    double exact = -Points.DEFAULT.factor() * (contributions[0] + contributions[1] + 0.4);
    assertThat((double) scores.points()).isCloseTo(exact, offset(1.0));
  }

  private static Reference withMeans(Reference reference, double mean) {
    return new Reference(
        reference.sampledClients(),
        reference.acceptedClients(),
        reference.explainedClients(),
        reference.features().stream()
            .map(
                f ->
                    new FeatureReference(
                        f.name(), f.known(), f.quartiles(), f.mean(), 0, mean, 0.1))
            .toList(),
        reference.levels());
  }

  @Test
  void factorsAreWhatASlowReaderWouldGather() {
    Bundle bundle = bundle(300, 0.1);
    Explainer explainer = explainer(bundle);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 3; i++) {
      float[] client = RandomModels.client(FEATURES, random);
      Map<String, Double> slow = slowFactors(client, Scorer.of(bundle).contributions(client));
      double all = slow.values().stream().mapToDouble(Math::abs).sum();

      Explanation explanation = explainer.explain(client, Remarks.NONE);

      assertThat(explanation.reasons())
          .allSatisfy(
              reason -> {
                double contribution = slow.get(reason.factor().code());
                assertThat(reason.contribution()).isCloseTo(contribution, offset(1e-9));
                assertThat(reason.share()).isCloseTo(Math.abs(contribution) / all, offset(1e-9));
              });
      double shares = explanation.reasons().mapToDouble(Reason::share).sum();
      assertThat(explanation.coverage()).isCloseTo(shares, offset(1e-9)).isBetween(0.0, 1.0);
    }
  }

  /** What each factor adds to the margin, found client by client from the declarations alone. */
  private static Map<String, Double> slowFactors(float[] client, double[] contributions) {
    Map<String, Double> factors = new HashMap<>();
    for (Feature feature : FEATURES) {
      factors.merge(slowFactor(feature, client), contributions[feature.index()], Double::sum);
    }
    return factors;
  }

  private static String slowFactor(Feature feature, float[] client) {
    boolean revealed =
        feature.table() == Table.APPLICATION
            && FEATURES.stream()
                .filter(f -> f.table() == Table.APPLICATION && client[f.index()] == 1)
                .filter(f -> f.category().isPresent() && feature.category().isPresent())
                .filter(f -> f.category().get().column().equals(feature.category().get().column()))
                .anyMatch(f -> !f.decides() && Topics.reveals(f));
    if (!feature.decides() || revealed) {
      return "barred";
    }
    String table = feature.table().schema().name();
    boolean inHouse = feature.table().ordinal() > Table.BUREAU_BALANCE.ordinal();
    if (inHouse && empty("previous_application", client) && empty(table, client)) {
      return "previous_application";
    }
    if (List.of("POS_CASH_balance", "installments_payments").contains(table)
        && empty("POS_CASH_balance", client)
        && empty("installments_payments", client)) {
      return "repayment";
    }
    return empty(table, client) ? table : new Topics().subject(feature);
  }

  private static boolean empty(String table, float[] client) {
    return !table.equals("application")
        && FEATURES.stream()
            .filter(f -> f.table().schema().name().equals(table))
            .allMatch(f -> Float.isNaN(client[f.index()]));
  }

  @Test
  void themesAreToldFromTheHeaviestOnUntilEnoughIs() {
    Bundle bundle = bundle(300, 0.1);
    for (ReasonLimits limits :
        List.of(ReasonLimits.DEFAULT, new ReasonLimits(2, 2, 1), new ReasonLimits(12, 1, 0.5))) {
      Explainer explainer = Explainer.of(bundle, CATALOGUE, limits);
      SplittableRandom random = new SplittableRandom(6);
      for (int i = 0; i < 10; i++) {
        Explanation told = explainer.explain(RandomModels.client(FEATURES, random), Remarks.NONE);

        assertThat(told.themes())
            .isSortedAccordingTo(Comparator.comparingDouble((Theme theme) -> -theme.share()));
        assertThat(told.themes()).allMatch(t -> t.reasons().size() <= limits.perTheme());
        assertThat(told.adverse()).hasSizeLessThanOrEqualTo(limits.themes());
        assertThat(told.favourable()).hasSizeLessThanOrEqualTo(limits.themes());
        assertThat(told.reasons().map(Reason::factor)).doesNotHaveDuplicates();
        double withoutTheLast = 0;
        for (Theme theme : told.themes()) {
          assertThat(theme.told() && withoutTheLast >= limits.coverage()).isFalse();
          withoutTheLast += theme.reasons().stream().mapToDouble(Reason::share).sum();
        }
      }
    }
  }

  @Test
  void aProtectedCharacteristicMovesTheScoreAndIsNeverAReason() {
    List<String> names =
        new ArrayList<>(
            FEATURES.stream().filter(Feature::readsProtectedAttribute).map(Feature::name).toList());
    assertThat(names).contains("CODE_GENDER", "DAYS_BIRTH", "DAYS_EMPLOYED_PERC");
    names.add("EXT_SOURCE_2");
    Explainer explainer = explainer(RandomModels.bundle(names, 200, 0.1, 8));
    List<Feature> features = names.stream().map(n -> CATALOGUE.feature(n).orElseThrow()).toList();
    SplittableRandom random = new SplittableRandom(7);
    int moved = 0;
    for (int i = 0; i < 40; i++) {
      Explanation explanation =
          explainer.explain(RandomModels.client(features, random), Remarks.NONE);
      moved += explanation.barredPoints() == 0 ? 0 : 1;
      assertThat(explanation.reasons())
          .allMatch(reason -> reason.feature().name().equals("EXT_SOURCE_2"));
    }
    assertThat(moved).isGreaterThan(25);
  }

  @Test
  void aCategoryThatRevealsOneIsBarredForTheClientWhoHasIt() {
    List<String> names = List.of("NAME_INCOME_TYPE_Maternity_leave", "NAME_INCOME_TYPE_Working");
    Explainer explainer = explainer(RandomModels.bundle(names, 20, 0.5, 1));

    Explanation onLeave = explainer.explain(new float[] {1, 0}, Remarks.NONE);
    Explanation atWork = explainer.explain(new float[] {0, 1}, Remarks.NONE);

    assertThat(onLeave.reasons()).isEmpty();
    assertThat(onLeave.barredPoints()).isNotZero();
    assertThat(atWork.reasons())
        .singleElement()
        .satisfies(r -> assertThat(r.feature().name()).isEqualTo("NAME_INCOME_TYPE_Working"));
  }

  @Test
  void variantsOfOneColumnAreOneReason() {
    List<String> names =
        List.of("BURO_DAYS_CREDIT_MAX", "ACTIVE_DAYS_CREDIT_MEAN", "CLOSED_DAYS_CREDIT_MIN");
    Explainer explainer = explainer(RandomModels.bundle(names, 20, 0.5, 1));

    Explanation explanation = explainer.explain(new float[] {0.1f, 0.9f, 0.4f}, Remarks.NONE);

    assertThat(explanation.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.factor().code()).isEqualTo("BUREAU_AGE");
              assertThat(reason.merged()).isEqualTo(2);
            });
  }

  @Test
  void aScoreThatNothingMovesIsExplainedInFull() {
    Explanation explanation =
        explainer(bundle(3, 0)).explain(new float[FEATURES.size()], Remarks.NONE);

    assertThat(explanation.coverage()).isEqualTo(1);
    assertThat(explanation.reasons()).isEmpty();
    assertThat(explanation.features()).isEmpty();
  }

  @Test
  void refusesAModelWithAFeatureOfWhichNobodyKnowsWhetherItMayBeAReason() {
    Bundle bundle = RandomModels.bundle(List.of("EXT_SOURCE_2", "F1"), 2, 0.1, 1);

    assertThatThrownBy(() -> explainer(bundle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("F1");
  }

  @Test
  void refusesAnInfiniteValue() {
    float[] client = new float[FEATURES.size()];
    Arrays.fill(client, 1, 2, Float.POSITIVE_INFINITY);

    assertThatThrownBy(() -> explainer(bundle(3, 0.1)).explain(client, Remarks.NONE))
        .hasMessageContaining("position 1 is Infinity");
  }
}
