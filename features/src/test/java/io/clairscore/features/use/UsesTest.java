package io.clairscore.features.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.TextTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsesTest {
  private final Uses uses = Uses.all();

  @Test
  void everyColumnOfEveryTableHasARulingAndNothingElseHas() {
    assertThat(TextTable.read(Uses.class, "columns.tsv", 2).keys())
        .containsExactlyInAnyOrderElementsOf(
            columns().map(column -> List.of(column.table(), column.name())).toList());
  }

  @Test
  void everyRulingAboutAValueIsAboutAValueOfADecidingColumnAndIsStricter() {
    Set<List<String>> values = TextTable.read(Uses.class, "values.tsv", 3).keys();
    assertThat(values).hasSizeGreaterThan(50);
    for (List<String> key : values) {
      Column column = Table.named(key.get(0)).orElseThrow().schema().byName().get(key.get(1));
      assertThat(column).as("%s", key).isInstanceOf(CategoryColumn.class);
      assertThat(((CategoryColumn) column).values()).contains(key.get(2));
      assertThat(uses.of(column).decides()).as("column of %s", key).isTrue();
      assertThat(uses.of((CategoryColumn) column, key.get(2)).use())
          .as("%s", key)
          .isEqualTo(Use.NEVER);
    }
  }

  @Test
  void onlySexAgeFamilyAndResidenceAreMeasured() {
    assertThat(columns().filter(column -> uses.of(column).use() == Use.MEASURED))
        .extracting(column -> uses.of(column).ground())
        .containsOnly(Ground.SEX, Ground.AGE, Ground.FAMILY, Ground.RESIDENCE);
    assertThat(List.of(Application.CODE_GENDER, Application.DAYS_BIRTH, Application.CNT_CHILDREN))
        .allMatch(column -> uses.of(column).use() == Use.MEASURED);
    assertThat(List.of(Application.NAME_FAMILY_STATUS, Application.CNT_FAM_MEMBERS))
        .allMatch(column -> uses.of(column).use() == Use.MEASURED);
    assertThat(uses.of(Application.REGION_RATING_CLIENT).ground()).isEqualTo(Ground.RESIDENCE);
  }

  @Test
  void whatNobodyAnswersForOrCanNameIsNeverLookedAt() {
    assertThat(columns().filter(column -> column.name().contains("SOCIAL_CIRCLE")))
        .hasSize(4)
        .allMatch(column -> uses.of(column).equals(never(Ground.OTHER_PEOPLE)));
    assertThat(columns().filter(column -> column.name().startsWith("FLAG_DOCUMENT")))
        .hasSize(20)
        .allMatch(column -> uses.of(column).equals(never(Ground.UNNAMED)));
    assertThat(columns().filter(column -> column.name().endsWith("APPR_PROCESS_START")))
        .hasSize(4)
        .allMatch(column -> uses.of(column).equals(never(Ground.MOMENT)));
    assertThat(columns().filter(column -> column.name().equals("NAME_TYPE_SUITE")))
        .hasSize(2)
        .allMatch(column -> uses.of(column).use() == Use.NEVER);
    assertThat(columns().filter(column -> column.name().matches(".*_(AVG|MODE|MEDI)")))
        .hasSize(47)
        .allMatch(column -> uses.of(column).equals(never(Ground.BUILDING)));
    assertThat(columns().filter(column -> column.role() != Role.ATTRIBUTE))
        .hasSize(13)
        .allMatch(column -> uses.of(column).use() == Use.NEVER);
  }

  @Test
  void aValueThatRevealsIsBarredAndItsNeighbourIsNot() {
    assertThat(uses.of(Application.NAME_INCOME_TYPE, "Pensioner")).isEqualTo(never(Ground.AGE));
    assertThat(uses.of(Application.NAME_INCOME_TYPE, "Working").decides()).isTrue();
    assertThat(uses.of(PreviousApplication.NAME_CASH_LOAN_PURPOSE, "Medicine"))
        .isEqualTo(never(Ground.HEALTH));
    assertThat(uses.of(PreviousApplication.NAME_CASH_LOAN_PURPOSE, "Repairs").decides()).isTrue();
    assertThat(uses.of(Bureau.CREDIT_CURRENCY, "currency 1")).isEqualTo(never(Ground.UNNAMED));
  }

  @ParameterizedTest
  @EnumSource
  void aNumberHasANatureAndACategoryHasNone(Table table) {
    for (NumberColumn column : table.schema().numbers()) {
      assertThat(uses.nature(column) == Nature.NONE)
          .as("%s has no nature", column)
          .isEqualTo(column.role() != Role.ATTRIBUTE);
    }
    TextTable columns = TextTable.read(Uses.class, "columns.tsv", 2);
    assertThat(table.schema().categories())
        .allMatch(c -> columns.cell("nature", c.table(), c.name()).equals("none"));
  }

  @Test
  void everyGroundIsUsedAndHasASentenceAndALawInBothLanguages() {
    Set<Ground> used =
        columns().map(column -> uses.of(column).ground()).collect(Collectors.toSet());
    Arrays.stream(Table.values())
        .flatMap(table -> table.schema().categories().stream())
        .forEach(column -> column.values().forEach(v -> used.add(uses.of(column, v).ground())));
    Set<Ground> unused = EnumSet.allOf(Ground.class);
    unused.removeAll(used);
    assertThat(unused).as("a ground of formulas only").containsExactly(Ground.UNSAYABLE);
    for (Ground ground : Ground.values()) {
      assertThat(ground.reason().french()).endsWith(".").doesNotContain("'", " ;", " :");
      assertThat(ground.reason().english()).endsWith(".").doesNotContain("'");
      assertThat(ground.law().french()).matches("(?s).*\\d.*").doesNotContain("'", " ;", " :");
      assertThat(ground.law().english()).matches("(?s).*\\d.*").doesNotContain("'");
    }
  }

  private static Ruling never(Ground ground) {
    return new Ruling(Use.NEVER, ground);
  }

  private static Stream<Column> columns() {
    return Arrays.stream(Table.values()).flatMap(table -> table.schema().columns().stream());
  }
}
