package io.clairscore.features.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.catalogue.Aggregate;
import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Measure;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureTextsTest {
  private static final int LONGEST_LABEL = 110;
  private static final int LONGEST_DESCRIPTION = 320;

  private final Catalogue catalogue = Catalogue.core();
  private final FeatureTexts texts = FeatureTexts.core();

  @ParameterizedTest
  @EnumSource
  void everyFeatureHasALabelOfItsOwnThatFitsALine(Language language) {
    List<String> labels =
        catalogue.features().stream().map(f -> texts.label(f).in(language)).toList();
    assertThat(labels)
        .hasSize(741)
        .doesNotHaveDuplicates()
        .allSatisfy(
            label -> {
              assertThat(label).hasSizeBetween(3, LONGEST_LABEL).doesNotEndWith(".");
              assertThat(Character.isUpperCase(label.charAt(0))).as(label).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource
  void noLabelOrDescriptionShowsARawNameOrAnUnfilledSlot(Language language) {
    Set<String> rawNames =
        Arrays.stream(Table.values())
            .flatMap(table -> table.schema().columns().stream())
            .map(Column::name)
            .filter(name -> name.length() > 3)
            .collect(Collectors.toSet());
    for (Feature feature : catalogue.features()) {
      for (Text text : List.of(texts.label(feature), texts.description(feature))) {
        assertThat(text.in(language))
            .as(feature.name())
            .doesNotContain("_", "{", "}", "  ")
            .doesNotContain(rawNames);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDescriptionIsOneOrTwoSentences(Language language) {
    for (Feature feature : catalogue.features()) {
      String description = texts.description(feature).in(language);
      assertThat(description)
          .as(feature.name())
          .hasSizeBetween(20, LONGEST_DESCRIPTION)
          .endsWith(".");
      assertThat(description.split("\\. ")).as(feature.name()).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void everyTextFollowsTheTypographyOfItsLanguage() {
    for (Feature feature : catalogue.features()) {
      for (Text text : List.of(texts.label(feature), texts.description(feature))) {
        assertThat(text.french())
            .as(feature.name())
            .doesNotContain("'", "\"")
            .doesNotContainPattern("[^\u00a0][:;?!»]")
            .doesNotContainPattern("«[^\u00a0]")
            // An elision that composition forgot.
            .doesNotContainPattern("(?i)\\b(de|le|la|que|du) [aeéèêiouyh](?!aut)");
        assertThat(text.english()).as(feature.name()).doesNotContain("'", "\"", "«");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AMT_CREDIT|Montant du crédit demandé|Amount of credit requested",
        "NAME_FAMILY_STATUS_Married|Situation familiale\u00a0: marié(e)|Family status: Married",
        "PAYMENT_RATE|Mensualité rapportée au crédit demandé"
            + "|Monthly payment relative to the requested credit",
        "ACTIVE_AMT_CREDIT_SUM_DEBT_MAX"
            + "|Plus forte dette restante parmi les crédits en cours ailleurs"
            + "|Largest remaining debt among active credits elsewhere",
        "BURO_STATUS_1_MEAN_MEAN"
            + "|Part moyenne des mois «\u00a0Retard de 1 à 30 jours\u00a0» sur les crédits ailleurs"
            + "|Average share of months “1 to 30 days late” on credits elsewhere",
        "PREV_WEEKDAY_APPR_PROCESS_START_MONDAY_MEAN"
            + "|Part des demandes passées déposées un lundi"
            + "|Share of past applications made on a Monday",
        "REFUSED_AMT_DOWN_PAYMENT_MAX"
            + "|Apport le plus élevé parmi les demandes passées refusées"
            + "|Largest down payment among refused past applications",
        "INSTAL_DPD_MEAN|Retard moyen de paiement des échéances"
            + "|Average delay in paying instalments",
        "CC_CNT_DRAWINGS_ATM_CURRENT_MEAN|Nombre mensuel moyen de retraits au distributeur"
            + "|Average monthly number of cash withdrawals",
        "CC_COUNT|Nombre de relevés mensuels de carte|Number of monthly card statements"
      })
  void labelsReadAsAPersonWouldSayThem(String name, String french, String english) {
    Feature feature = catalogue.feature(name).orElseThrow();
    assertThat(texts.label(feature)).isEqualTo(new Text(french, english));
  }

  @Test
  void aVarianceSaysThatItIsOne() {
    assertThat(catalogue.features())
        .filteredOn(Feature::squared)
        .hasSizeGreaterThan(20)
        .allSatisfy(f -> assertThat(texts.description(f).english()).contains("variance"));
  }

  @Test
  void flagsSayWhatOneAndZeroMean() {
    assertThat(texts.yesAndNo(catalogue.feature("CODE_GENDER").orElseThrow()).orElseThrow())
        .containsExactly(new Text("Femme", "Woman"), new Text("Homme", "Man"));
    assertThat(texts.yesAndNo(catalogue.feature("FLAG_EMAIL").orElseThrow()).orElseThrow())
        .containsExactly(new Text("Oui", "Yes"), new Text("Non", "No"));
    assertThat(texts.yesAndNo(catalogue.feature("AMT_CREDIT").orElseThrow())).isEmpty();
  }

  @Test
  void everyGroupHasItsTexts() {
    assertThat(Stream.of(BusinessGroup.values()).map(group -> texts.label(group).french()))
        .doesNotHaveDuplicates();
    assertThat(new Wording().groups.keys()).hasSize(BusinessGroup.values().length);
    assertThat(Stream.of(BusinessGroup.values()).map(texts::description)).doesNotContainNull();
  }

  @Test
  void noTextOutlivesWhatItNames() {
    Wording wording = new Wording();
    Set<List<String>> aggregated = new HashSet<>();
    Set<List<String>> filters = new HashSet<>();
    Set<List<String>> shares = new HashSet<>();
    for (Feature feature : catalogue.features()) {
      String table = feature.table().schema().name();
      if (feature.measure() instanceof Measure.Aggregated measure) {
        aggregated.add(List.of(table, measure.quantity().name(), measure.aggregate().name()));
      }
      if (feature.table() != Table.APPLICATION) {
        filters.add(
            feature
                .filter()
                .map(kept -> List.of(table, kept.column().name(), kept.value()))
                .orElse(List.of(table, "*", "*")));
      }
      if (feature.measure() instanceof Measure.Share share) {
        shares.add(List.of(table, share.value().column().name()));
      }
    }
    shares.add(List.of("bureau_balance", "STATUS"));
    Set<List<String>> composed = new HashSet<>(aggregated);
    composed.removeAll(wording.phrases.keys());

    wording.filters.demandExactly(filters);
    wording.shares.demandExactly(shares);
    assertThat(aggregated).containsAll(wording.phrases.keys());
    assertThat(catalogue.names()).containsAll(flat(wording.features.keys()));
    wording.quantities.demandExactly(
        composed.stream()
            .map(key -> key.subList(0, 2))
            .filter(key -> !key.get(1).startsWith("STATUS_"))
            .collect(Collectors.toSet()));
    wording.grammar.demandExactly(grammar(wording, composed));
    assertThat(flat(wording.aggregates.keys()))
        .containsAll(Stream.of(Aggregate.values()).map(Aggregate::name).toList())
        .hasSize(Aggregate.values().length + 4)
        .contains("COUNT", "SHARE", "SHARE_OF_MONTHS", "INDICATOR");
    assertThat(catalogue.features())
        .filteredOn(feature -> feature.quantity().isPresent())
        .extracting(f -> List.of(f.table().schema().name(), f.quantity().orElseThrow().name()))
        .containsAll(wording.derived.keys());
  }

  @Test
  void aSlotWithoutTextIsRefused() {
    assertThatThrownBy(() -> Wording.fill("Part des {rows}", Map.of("value", "x")))
        .hasMessageContaining("Nothing fills {rows} of \"Part des {rows}\"");
  }

  @Test
  void anAdjectiveTakesItsPlaceInTheNoun() {
    Map<String, String> noun = Map.of("noun", "nombre {} de retraits");
    assertThat(Wording.fill("{noun+moyen}", noun)).isEqualTo("Nombre moyen de retraits");
    assertThat(Wording.fill("Plus grand {noun}", noun)).isEqualTo("Plus grand nombre de retraits");
  }

  private static Set<List<String>> grammar(Wording wording, Set<List<String>> composed) {
    return composed.stream()
        .filter(key -> !key.get(1).startsWith("STATUS_"))
        .map(key -> List.of(wording.quantities.cell("class", key.get(0), key.get(1)), key.get(2)))
        .collect(Collectors.toSet());
  }

  private static List<String> flat(Set<List<String>> keys) {
    return keys.stream().map(key -> key.get(0)).toList();
  }
}
