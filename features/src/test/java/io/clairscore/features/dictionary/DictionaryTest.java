package io.clairscore.features.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DictionaryTest {

  @Test
  void theJsonListsEveryColumnAndEveryFeatureInTheOrderOfTheVector() throws IOException {
    JsonNode dictionary = json();
    List<String> features = new ArrayList<>();
    dictionary.get("features").forEach(feature -> features.add(feature.get("name").asText()));
    int columns = 0;
    for (JsonNode table : dictionary.get("tables")) {
      columns += table.get("columns").size();
    }
    assertThat(features).isEqualTo(Catalogue.core().names());
    assertThat(columns).isEqualTo(122 + 17 + 3 + 37 + 8 + 8 + 23);
    assertThat(dictionary.get("groups")).hasSize(BusinessGroup.values().length);
    assertThat(dictionary.get("catalogueHash").asText()).isEqualTo(Catalogue.core().hash());
  }

  @Test
  void aFeatureTellsItsTextsGroupUnitAndLineage() throws IOException {
    JsonNode feature = feature("INCOME_PER_PERSON");
    assertThat(feature.at("/label/fr").asText()).isEqualTo("Revenu par personne du foyer");
    assertThat(feature.at("/groupLabel/en").asText()).isEqualTo("Income and charges");
    assertThat(feature.get("family").asText()).isEqualTo("APP-RATIO5");
    assertThat(feature.get("unit").asText()).isEqualTo("MONEY");
    assertThat(feature.get("use").asText()).isEqualTo("measured");
    assertThat(feature.get("ground").asText()).isEqualTo("FAMILY");
    assertThat(feature.get("lineage").toString())
        .isEqualTo("[\"application.AMT_INCOME_TOTAL\",\"application.CNT_FAM_MEMBERS\"]");
    assertThat(feature("AMT_CREDIT").get("use").asText()).isEqualTo("decides");
    assertThat(feature("CODE_GENDER").at("/values/0/label/fr").asText()).isEqualTo("Femme");
  }

  @Test
  void aColumnTellsItsTypeGroupKeysAndValues() throws IOException {
    JsonNode credit = column("bureau", "AMT_CREDIT_SUM_DEBT");
    assertThat(credit.get("type").asText()).isEqualTo("decimal");
    assertThat(credit.get("group").asText()).isEqualTo("CREDITS_ELSEWHERE");
    assertThat(column("bureau", "SK_ID_CURR").get("references").asText())
        .isEqualTo("application.SK_ID_CURR");
    assertThat(column("bureau", "SK_ID_CURR").has("group")).isFalse();
    JsonNode education = column("application", "NAME_EDUCATION_TYPE");
    assertThat(education.at("/values/0/value").asText()).isEqualTo("Secondary / secondary special");
    assertThat(education.at("/values/0/label/fr").asText()).isEqualTo("Enseignement secondaire");
  }

  @ParameterizedTest
  @EnumSource
  void theMarkdownShowsEveryFeatureOnceUnderAGroupInRowsOfEqualWidth(Language language) {
    String page = Dictionary.markdown(language);
    assertThat(page.lines().filter(line -> line.matches("\\| `[^`]+` \\|.*")))
        .hasSize(218 + Catalogue.core().size());
    for (Table table : Table.values()) {
      assertThat(page).contains("(`" + table.schema().name() + "`)");
    }
    for (BusinessGroup group : BusinessGroup.values()) {
      assertThat(page).contains("### " + FeatureTexts.core().label(group).in(language) + "\n");
    }
    assertThat(page.lines().filter(line -> line.startsWith("|")))
        .allSatisfy(row -> assertThat(row.chars().filter(c -> c == '|').count()).isIn(3L, 8L, 9L));
  }

  @Test
  void theSameProgramAlwaysWritesTheSameCharacters() {
    assertThat(Dictionary.json()).isEqualTo(Dictionary.json()).doesNotContain("\r").endsWith("}\n");
    assertThat(Dictionary.markdown(Language.FRENCH))
        .isEqualTo(Dictionary.markdown(Language.FRENCH))
        .isNotEqualTo(Dictionary.markdown(Language.ENGLISH));
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(Dictionary.json());
  }

  private static JsonNode feature(String name) throws IOException {
    return named(json().get("features"), name);
  }

  private static JsonNode column(String table, String name) throws IOException {
    return named(named(json().get("tables"), table).get("columns"), name);
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode entry : list) {
      if (entry.get("name").asText().equals(name)) {
        return entry;
      }
    }
    throw new AssertionError("Nothing is named " + name);
  }
}
