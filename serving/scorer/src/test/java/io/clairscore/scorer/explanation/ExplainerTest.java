package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Points;
import io.clairscore.scorer.RandomModels;
import io.clairscore.scorer.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
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
      assertThat(explanation.groups().values().stream().mapToInt(p -> p).sum()).isEqualTo(moved);
      assertThat(told(explanation).mapToInt(Reason::points).sum())
          .isEqualTo(moved - explanation.barredPoints() - explanation.otherPoints());
      for (FeaturePoints feature : explanation.features()) {
        double exact = -Points.DEFAULT.factor() * contributions[feature.feature().index()];
        assertThat(Math.abs(feature.points() - exact)).isLessThan(2);
      }
      assertThat(told(explanation))
          .allSatisfy(
              reason ->
                  assertThat(reason.points())
                      .isCloseTo(
                          (int) Math.round(-Points.DEFAULT.factor() * reason.contribution()),
                          offset(1)));
      assertThat(explainer.explain(client, Remarks.NONE)).isEqualTo(explanation);
    }
  }

  private static Stream<Reason> told(Explanation explanation) {
    return Stream.concat(explanation.adverse().stream(), explanation.favourable().stream());
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

      assertThat(told(explanation))
          .allSatisfy(
              reason -> {
                double contribution = slow.get(reason.factor().kind() + reason.factor().code());
                assertThat(reason.contribution()).isCloseTo(contribution, offset(1e-9));
                assertThat(reason.share()).isCloseTo(Math.abs(contribution) / all, offset(1e-9));
              });
      double shares = told(explanation).mapToDouble(Reason::share).sum();
      assertThat(explanation.coverage()).isCloseTo(shares, offset(1e-9)).isBetween(0.0, 1.0);
    }
  }

  /** What each factor adds to the margin, found client by client from the declarations alone. */
  private static Map<String, Double> slowFactors(float[] client, double[] contributions) {
    Topics topics = new Topics();
    Map<String, Double> factors = new HashMap<>();
    for (Feature feature : FEATURES) {
      factors.merge(
          slowFactor(feature, client, topics), contributions[feature.index()], Double::sum);
    }
    return factors;
  }

  private static String slowFactor(Feature feature, float[] client, Topics topics) {
    boolean indicator =
        feature.name().startsWith(feature.category().map(c -> c.column().name() + "_").orElse("?"))
            && feature.table().ordinal() == 0;
    List<Feature> siblings =
        FEATURES.stream().filter(f -> topics.topic(f).equals(topics.topic(feature))).toList();
    boolean told = indicator && siblings.stream().anyMatch(f -> client[f.index()] == 1);
    boolean revealed =
        indicator
            ? siblings.stream().anyMatch(f -> client[f.index()] == 1 && topics.reveals(f))
            : topics.reveals(feature);
    if (feature.readsProtectedAttribute() || revealed) {
      return "BARREDbarred";
    }
    if (indicator ? told : !Float.isNaN(client[feature.index()])) {
      return "VALUE" + topics.topic(feature);
    }
    for (String part :
        Stream.of(Topics.history(feature), Topics.subset(feature))
            .flatMap(o -> o.stream())
            .toList()) {
      boolean empty =
          FEATURES.stream()
              .filter(
                  f ->
                      Topics.history(f).filter(part::equals).isPresent()
                          || Topics.subset(f).filter(part::equals).isPresent())
              .allMatch(f -> Float.isNaN(client[f.index()]));
      if (empty) {
        return "ABSENCE" + part;
      }
    }
    return "ABSENCE" + topics.source(feature);
  }

  @Test
  void reasonsAreTheStrongestWithinTheirLimits() {
    Explainer explainer = explainer(bundle(300, 0.1));
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 20; i++) {
      Explanation explanation =
          explainer.explain(RandomModels.client(FEATURES, random), Remarks.NONE);
      for (List<Reason> side : List.of(explanation.adverse(), explanation.favourable())) {
        assertThat(side).hasSizeLessThanOrEqualTo(4);
        assertThat(side)
            .isSortedAccordingTo(Comparator.comparingDouble((Reason reason) -> -reason.share()));
        Map<BusinessGroup, Integer> ofGroup = new HashMap<>();
        side.forEach(r -> ofGroup.merge(r.factor().group().orElseThrow(), 1, Integer::sum));
        assertThat(ofGroup.values()).allMatch(count -> count <= 2);
        assertThat(side.stream().map(Reason::factor)).doesNotHaveDuplicates();
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
      assertThat(Stream.concat(told(explanation), explanation.absences().stream()))
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

    assertThat(told(onLeave)).isEmpty();
    assertThat(onLeave.barredPoints()).isNotZero();
    assertThat(told(atWork))
        .singleElement()
        .satisfies(r -> assertThat(r.feature().name()).isEqualTo("NAME_INCOME_TYPE_Working"));
    assertThat(atWork.barredPoints()).isZero();
  }

  @Test
  void variantsOfOneColumnAreOneReason() {
    List<String> names =
        List.of("BURO_DAYS_CREDIT_MAX", "ACTIVE_DAYS_CREDIT_MEAN", "CLOSED_DAYS_CREDIT_MIN");
    Explainer explainer = explainer(RandomModels.bundle(names, 20, 0.5, 1));

    Explanation explanation = explainer.explain(new float[] {0.1f, 0.9f, 0.4f}, Remarks.NONE);

    assertThat(told(explanation))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.factor().code()).isEqualTo("bureau.DAYS_CREDIT");
              assertThat(reason.merged()).isEqualTo(2);
            });
  }

  @Test
  void everythingMissingFromOneSourceIsOneLine() {
    Explainer explainer = explainer(bundle(400, 0.1));
    float[] client = RandomModels.client(FEATURES, new SplittableRandom(1));
    for (Feature feature : FEATURES) {
      boolean missing =
          feature.table().schema().name().equals("bureau") || feature.name().equals("EXT_SOURCE_1");
      if (missing) {
        client[feature.index()] = Float.NaN;
      }
    }

    Explanation explanation =
        Explainer.of(bundle(400, 0.1), CATALOGUE, new ReasonLimits(1000, 1000))
            .explain(client, Remarks.NONE);

    List<String> codes =
        explanation.absences().stream().map(reason -> reason.factor().code()).toList();
    assertThat(codes).doesNotHaveDuplicates().contains("bureau");
    assertThat(codes).noneMatch(code -> code.startsWith("bureau:") || code.startsWith("bureau."));
    assertThat(explainer.explain(client, Remarks.NONE).absences()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aScoreThatNothingMovesIsExplainedInFull() {
    Explanation explanation =
        explainer(bundle(3, 0)).explain(new float[FEATURES.size()], Remarks.NONE);

    assertThat(explanation.coverage()).isEqualTo(1);
    assertThat(told(explanation)).isEmpty();
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
