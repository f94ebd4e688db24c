package io.clairscore.scorer.recourse;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.explanation.Factor;
import io.clairscore.scorer.explanation.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AspectsTest {
  private static final Catalogue CATALOGUE = Catalogue.core();

  private final Aspects aspects = new Aspects();

  @Test
  void everyColumnOfTheTableExistsAndEveryAspectIsKnown() {
    TextTable table = TextTable.read(Aspects.class, "aspects.tsv", 2);
    Set<String> known =
        Arrays.stream(Aspect.values()).map(Aspect::name).collect(Collectors.toSet());
    for (List<String> key : table.keys()) {
      Table of = Table.named(key.get(0)).orElseThrow();
      boolean quantity =
          CATALOGUE.features().stream()
              .filter(feature -> feature.table() == of)
              .anyMatch(f -> f.quantity().filter(q -> q.name().equals(key.get(1))).isPresent());
      assertThat(key.get(1).equals("*") || quantity || of.schema().column(key.get(1)).isPresent())
          .as(key.toString())
          .isTrue();
      assertThat(known).contains(table.cell("aspect", key.get(0), key.get(1)));
    }
  }

  @Test
  void everyFeatureThatMayDecideHasAnAspectUnlessItIsWhatTheClientAsksFor() {
    List<Feature> without =
        CATALOGUE.features().stream()
            .filter(Feature::decides)
            .filter(feature -> aspects.of(feature).isEmpty())
            .toList();

    assertThat(without).isNotEmpty();
    assertThat(without).allMatch(f -> f.group() == BusinessGroup.REQUESTED_CREDIT);
  }

  @Test
  void aFeatureThatMayNotDecideHasNone() {
    assertThat(CATALOGUE.features())
        .filteredOn(feature -> !feature.decides())
        .isNotEmpty()
        .allMatch(feature -> aspects.of(feature).isEmpty());
  }

  @Test
  void aFeatureBelongsToTheFirstAspectOfWhichItReadsAColumn() {
    assertThat(aspect("EXT_SOURCE_1")).isEqualTo(Aspect.EXTERNAL_SCORES);
    assertThat(aspect("INCOME_CREDIT_PERC")).isEqualTo(Aspect.INCOME);
    assertThat(aspect("BURO_CREDIT_DAY_OVERDUE_MAX")).isEqualTo(Aspect.ARREARS);
    assertThat(aspect("ACTIVE_DAYS_CREDIT_MAX")).isEqualTo(Aspect.CREDITS_ELSEWHERE);
    assertThat(aspect("INSTAL_DPD_MAX")).isEqualTo(Aspect.ARREARS);
    assertThat(aspect("INSTAL_DBD_MAX")).isEqualTo(Aspect.CREDITS_HERE);
    assertThat(aspect("POS_COUNT")).isEqualTo(Aspect.CREDITS_HERE);
  }

  @Test
  void onlyWhatIsToldAgainstTheClientIsKeptTheHeaviestFirst() {
    List<Weight> against =
        aspects.against(
            Stream.of(
                reason("EXT_SOURCE_1", Float.NaN, -2),
                reason("EXT_SOURCE_2", 0.1f, -9),
                reason("EXT_SOURCE_3", 0.2f, -4),
                reason("INCOME_CREDIT_PERC", 0.1f, 3),
                reason("DAYS_EMPLOYED", -100, -5),
                reason("PAYMENT_RATE", 0.1f, -20)));

    assertThat(against)
        .containsExactly(
            new Weight(Aspect.EXTERNAL_SCORES, -13),
            new Weight(Aspect.EMPLOYMENT, -5),
            new Weight(Aspect.MISSING_SCORES, -2));
  }

  private Aspect aspect(String feature) {
    return aspects.of(CATALOGUE.feature(feature).orElseThrow()).orElseThrow();
  }

  private static Reason reason(String name, float value, int points) {
    Feature feature = CATALOGUE.feature(name).orElseThrow();
    boolean missing = Float.isNaN(value);
    return new Reason(
        new Factor(name, Factor.Kind.SUBJECT, feature.group()),
        feature,
        value,
        missing ? name : null,
        true,
        points,
        0,
        0.1,
        0,
        null);
  }
}
