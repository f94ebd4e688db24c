package io.clairscore.features.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.Table.ForeignKey;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

  @Test
  void theTablesHaveTheColumnsOfThePublishedFiles() {
    assertThat(Arrays.stream(Table.values()).map(table -> table.schema().width()))
        .containsExactly(122, 17, 3, 37, 8, 8, 23);
    assertThat(Arrays.stream(Table.values()).flatMap(table -> table.files().stream()))
        .hasSize(8)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aColumnStandsAtItsPositionUnderItsOwnName(Table table) {
    List<Column> columns = table.schema().columns();
    assertThat(columns.stream().map(Column::position).toList())
        .isEqualTo(IntStream.range(0, columns.size()).boxed().toList());
    assertThat(columns.stream().map(Column::name)).doesNotHaveDuplicates();
    assertThat(columns).allMatch(column -> column.table().equals(table.schema().name()));
    assertThat(Table.named(table.schema().name())).contains(table);
  }

  @Test
  void everyConstantBearsTheNameOfItsColumn() throws IllegalAccessException {
    List<Class<?>> tables =
        List.of(
            Application.class,
            Bureau.class,
            BureauBalance.class,
            PreviousApplication.class,
            PosCashBalance.class,
            InstallmentsPayments.class,
            CreditCardBalance.class);
    int constants = 0;
    for (Class<?> table : tables) {
      for (Field field : table.getFields()) {
        if (field.get(null) instanceof Column column) {
          assertThat(column.name()).isEqualTo(field.getName());
          constants++;
        }
      }
    }
    assertThat(constants).isEqualTo(218);
  }

  @ParameterizedTest
  @EnumSource
  void rangesAreOrderedAndFlagsAreZeroOrOne(Table table) {
    for (Column column : table.schema().columns()) {
      if (column instanceof NumberColumn number) {
        assertThat(number.min()).as("range of %s", column).isLessThan(number.max());
        if (number.unit() == Unit.FLAG) {
          assertThat(number.accepts(0) && number.accepts(1)).as("%s", column).isTrue();
          assertThat(number.accepts(2) || number.accepts(0.5)).as("%s", column).isFalse();
        }
        assertThat(number.unit() == Unit.IDENTIFIER)
            .as("%s", column)
            .isEqualTo(number.role() == Role.IDENTIFIER);
        assertThat(number.accepts(Double.NaN)).as("%s", column).isFalse();
      }
    }
  }

  /** The extremes over all rows of the published files, training and test part together. */
  @ParameterizedTest
  @CsvFileSource(resources = "/published_ranges.csv", numLinesToSkip = 1)
  void noRuleRefusesAValueOfThePublishedFiles(String table, String name, double min, double max) {
    Column column = Table.named(table).orElseThrow().schema().column(name).orElseThrow();
    NumberColumn number = (NumberColumn) column;
    assertThat(number.accepts(min)).as("%s accepts %s", column, min).isTrue();
    assertThat(number.accepts(max)).as("%s accepts %s", column, max).isTrue();
  }

  @Test
  void theExtremesOfEveryNumberAreKnown() throws IOException {
    List<String> known = new ArrayList<>();
    try (InputStream file = SchemaTest.class.getResourceAsStream("/published_ranges.csv")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> known.add(line.replaceAll("^([^,]+),([^,]+),.*$", "$1.$2")));
    }
    assertThat(Arrays.stream(Table.values()).flatMap(table -> table.schema().columns().stream()))
        .filteredOn(NumberColumn.class::isInstance)
        .extracting(Column::toString)
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void categoriesAreTheOnesOfTheGoldenFeatureNames() throws IOException {
    Map<String, Table> tables =
        Map.of(
            "APP-OHE", Table.APPLICATION,
            "BURO-OHE", Table.BUREAU,
            "BURO-BBSTATUS", Table.BUREAU_BALANCE,
            "PREV-OHE", Table.PREVIOUS_APPLICATION,
            "POS-OHE", Table.POS_CASH_BALANCE,
            "CC-OHE", Table.CREDIT_CARD_BALANCE);
    // These become one feature of two values.
    List<String> binary = List.of("CODE_GENDER", "FLAG_OWN_CAR", "FLAG_OWN_REALTY");
    int families = 0;
    for (JsonNode family : families()) {
      Table table = tables.get(family.get("id").asText());
      if (table == null) {
        continue;
      }
      List<String> golden = new ArrayList<>();
      family.get("features").forEach(name -> golden.add(name.asText()));
      List<String> ours = new ArrayList<>();
      for (Column column : table.schema().columns()) {
        if (column instanceof CategoryColumn category && !binary.contains(column.name())) {
          category.values().forEach(value -> ours.add(indicator(family, column, value)));
        }
      }
      assertThat(ours).as(family.get("id").asText()).containsExactlyInAnyOrderElementsOf(golden);
      families++;
    }
    assertThat(families).isEqualTo(tables.size());
    assertThat(Application.CODE_GENDER.values()).containsExactly("F", "M", "XNA");
  }

  @Test
  void codesFollowTheOrderOfTheValuesAndEverythingElseIsMissingOrUnseen() {
    CategoryColumn status = BureauBalance.STATUS;
    assertThat(status.values().stream().map(status::code).toList())
        .isEqualTo(IntStream.range(0, 8).boxed().toList());
    assertThat(status.code(null)).isEqualTo(CategoryColumn.MISSING);
    assertThat(status.code("")).isEqualTo(CategoryColumn.MISSING);
    assertThat(status.code("9")).isEqualTo(CategoryColumn.UNSEEN);
  }

  @ParameterizedTest
  @EnumSource
  void keysReferToPrimaryKeysOfOtherTables(Table table) {
    for (ForeignKey reference : table.foreignKeys()) {
      Table parent = Table.named(reference.parent().table()).orElseThrow();
      assertThat(parent).isNotEqualTo(table);
      assertThat(parent.schema().primaryKey()).containsExactly(reference.parent());
      assertThat(table.schema().columns()).contains(reference.child());
    }
    assertThat(table.schema().columns()).containsAll(table.schema().primaryKey());
  }

  private static String indicator(JsonNode family, Column column, String value) {
    String prefix = family.get("prefix").asText();
    String suffix =
        switch (family.get("id").asText()) {
          case "APP-OHE" -> "";
          case "BURO-BBSTATUS" -> "_MEAN_MEAN";
          default -> "_MEAN";
        };
    return prefix + (column.name() + "_" + value).replaceAll("[^A-Za-z0-9_]", "_") + suffix;
  }

  private static JsonNode families() throws IOException {
    try (InputStream file = SchemaTest.class.getResourceAsStream("/feature_families.json")) {
      return new ObjectMapper().readTree(file).get("families");
    }
  }
}
