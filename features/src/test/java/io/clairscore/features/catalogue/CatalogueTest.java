package io.clairscore.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.BureauBalance;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.InstallmentsPayments;
import io.clairscore.features.schema.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.core();

  @Test
  void namesAndFamiliesAreTheGoldenOnesInTheirOrder() throws IOException {
    List<String> golden = new ArrayList<>();
    try (InputStream file = getClass().getResourceAsStream("/feature_families.json")) {
      for (JsonNode family : new ObjectMapper().readTree(file).get("families")) {
        if (family.get("tier").asText().equals("core")) {
          family
              .get("features")
              .forEach(name -> golden.add(family.get("id").asText() + " " + name.asText()));
        }
      }
    }
    assertThat(golden).hasSize(741);
    assertThat(catalogue.features())
        .extracting(feature -> feature.family() + " " + feature.name())
        .containsExactlyElementsOf(golden);
  }

  @Test
  void namesAreUniqueAndLegalInModelLibraries() {
    assertThat(catalogue.names()).doesNotHaveDuplicates().allMatch(n -> n.matches("[A-Za-z0-9_]+"));
    assertThat(catalogue.features()).extracting(Feature::index).startsWith(0, 1, 2).hasSize(741);
  }

  @Test
  void noFeatureReadsTheOutcomeOrAnIdentifier() {
    List<Column> read = catalogue.features().stream().flatMap(f -> f.lineage().stream()).toList();
    assertThat(read).hasSizeGreaterThan(741).allMatch(column -> column.role() == Role.ATTRIBUTE);
  }

  @Test
  void onlyCountsOfRowsReadNoColumn() {
    assertThat(catalogue.features())
        .filteredOn(feature -> feature.lineage().isEmpty())
        .extracting(Feature::name)
        .containsExactly(
            "BURO_MONTHS_BALANCE_SIZE_MEAN",
            "BURO_MONTHS_BALANCE_SIZE_SUM",
            "POS_MONTHS_BALANCE_SIZE",
            "POS_COUNT",
            "INSTAL_COUNT",
            "CC_COUNT");
  }

  @Test
  void lineageHoldsTheOperandsOfAFormulaAndTheColumnOfTheFilter() {
    assertThat(feature("INCOME_CREDIT_PERC").lineage())
        .containsExactly(Application.AMT_INCOME_TOTAL, Application.AMT_CREDIT);
    assertThat(feature("INSTAL_PAYMENT_PERC_MAX").lineage())
        .containsExactly(InstallmentsPayments.AMT_INSTALMENT, InstallmentsPayments.AMT_PAYMENT);
    assertThat(feature("ACTIVE_MONTHS_BALANCE_MIN_MIN").lineage())
        .containsExactly(Bureau.CREDIT_ACTIVE, BureauBalance.MONTHS_BALANCE);
  }

  @Test
  void aFeatureExplainsItself() {
    Feature share = feature("BURO_CREDIT_TYPE_Cash_loan__non_earmarked__MEAN");
    assertThat(share.category())
        .contains(new Category(Bureau.CREDIT_TYPE, "Cash loan (non-earmarked)"));
    assertThat(share.unit()).isEqualTo(Unit.RATIO);
    assertThat(share.group()).isEqualTo(BusinessGroup.CREDITS_ELSEWHERE);
    assertThat(share.formula())
        .isEqualTo("SHARE CREDIT_TYPE = 'Cash loan (non-earmarked)' from bureau");

    Feature variance = feature("ACTIVE_DAYS_CREDIT_VAR");
    assertThat(variance.aggregate()).contains(Aggregate.VAR);
    assertThat(variance.squared()).isTrue();
    assertThat(variance.formula())
        .isEqualTo("VAR DAYS_CREDIT from bureau where CREDIT_ACTIVE = 'Active'");

    assertThat(feature("BURO_MONTHS_BALANCE_SIZE_MEAN").unit()).isEqualTo(Unit.COUNT);
    assertThat(feature("DAYS_EMPLOYED_PERC").formula())
        .isEqualTo("(missingIf(DAYS_EMPLOYED, 365243.0) / DAYS_BIRTH) from application");
    assertThat(feature("CODE_GENDER").readsProtectedAttribute()).isTrue();
  }

  @Test
  void theHashIsTheSameInEveryVirtualMachine() {
    assertThat(catalogue.hash())
        .as("a changed hash separates models from this catalogue: change it knowingly")
        .isEqualTo("73a9c48ca35e851d8781d91bb55ac33372a2002c96ae90b3155ba1a746c8e10b");
    Catalogue reversed =
        new Catalogue(List.of(catalogue.families().get(1), catalogue.families().get(0)));
    Catalogue straight = new Catalogue(catalogue.families().subList(0, 2));
    assertThat(reversed.hash()).isNotEqualTo(straight.hash());
  }

  @Test
  void someFeaturesStandInTheOrderOfAllAndAreNumberedAnew() {
    Catalogue some =
        catalogue.only(List.of("CC_COUNT", "EXT_SOURCE_2", "ACTIVE_DAYS_CREDIT_MAX", "AMT_CREDIT"));
    assertThat(some.names())
        .containsExactly("AMT_CREDIT", "EXT_SOURCE_2", "ACTIVE_DAYS_CREDIT_MAX", "CC_COUNT");
    assertThat(some.features()).extracting(Feature::index).containsExactly(0, 1, 2, 3);
    assertThat(some.feature("ACTIVE_DAYS_CREDIT_MAX").orElseThrow().formula())
        .isEqualTo(feature("ACTIVE_DAYS_CREDIT_MAX").formula());
    assertThat(catalogue.only(catalogue.names()).hash()).isEqualTo(catalogue.hash());
    assertThatThrownBy(() -> catalogue.only(List.of("AMT_CREDIT", "AMT_CREDITS")))
        .hasMessageContaining("AMT_CREDITS");
  }

  @Test
  void aNameDeclaredTwiceIsRefused() {
    Family family = catalogue.families().get(0);
    assertThatThrownBy(() -> new Catalogue(List.of(family, family)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CNT_CHILDREN is declared by APP-RAW and by APP-RAW");
  }

  @Test
  void aCategoryThatTheSchemaDoesNotListIsRefused() {
    assertThatThrownBy(() -> new Category(Bureau.CREDIT_ACTIVE, "Opened"))
        .hasMessageContaining("bureau.CREDIT_ACTIVE has no value 'Opened'");
  }

  private Feature feature(String name) {
    return catalogue.feature(name).orElseThrow();
  }
}
