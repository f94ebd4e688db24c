package io.clairscore.features.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_DESCRIPTION = 180;

  private final Texts texts = Texts.all();

  @Test
  void everyColumnIsLabelledBrieflyAndDescribedInOneSentenceInBothLanguages() {
    for (Column column : columns()) {
      for (Language language : Language.values()) {
        String label = texts.label(column).in(language);
        String description = texts.description(column).in(language);
        assertThat(label).as("label of %s", column).hasSizeBetween(3, LONGEST_LABEL);
        assertThat(label).as("label of %s", column).doesNotEndWith(".").doesNotContain("_");
        assertThat(label).as("label of %s", column).isNotEqualToIgnoringCase(column.name());
        assertThat(description)
            .as("description of %s", column)
            .hasSizeBetween(20, LONGEST_DESCRIPTION)
            .endsWith(".")
            .doesNotContain("_")
            .doesNotContain(". ");
        assertThat(Character.isUpperCase(label.charAt(0))).as("label of %s", column).isTrue();
      }
    }
  }

  @Test
  void noTwoColumnsOfATableShareALabelOrADescription() {
    for (Table table : Table.values()) {
      for (Language language : Language.values()) {
        assertThat(table.schema().columns().stream().map(c -> texts.label(c).in(language)))
            .doesNotHaveDuplicates();
        assertThat(table.schema().columns().stream().map(c -> texts.description(c).in(language)))
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void noTwoValuesOfAColumnShareALabel() {
    for (Column column : columns()) {
      if (column instanceof CategoryColumn category) {
        for (Language language : Language.values()) {
          assertThat(category.values().stream().map(v -> texts.label(category, v).in(language)))
              .as("values of %s", column)
              .doesNotHaveDuplicates()
              .allSatisfy(label -> assertThat(label).hasSizeBetween(2, LONGEST_LABEL));
        }
      }
    }
  }

  @Test
  void frenchIsNotLeftInEnglish() {
    List<String> same =
        columns().stream()
            .filter(c -> texts.description(c).french().equals(texts.description(c).english()))
            .map(Column::toString)
            .toList();
    assertThat(same).isEmpty();
  }

  @Test
  void everyTextFollowsTheTypographyOfItsLanguage() {
    for (Text text : everyText()) {
      assertThat(text.french())
          .doesNotContain("'", "\"", "  ", "...")
          .isEqualTo(text.french().strip());
      assertThat(text.french())
          .doesNotContainPattern("[^\u00a0][:;?!»%]")
          .doesNotContainPattern("«[^\u00a0]");
      assertThat(text.english())
          .doesNotContain("'", "\"", "  ", "«")
          .doesNotContainPattern(" [:;?!]");
    }
  }

  @Test
  void everyTableAndUnitHasItsTexts() {
    assertThat(Stream.of(Table.values()).map(t -> texts.label(t).french())).doesNotHaveDuplicates();
    assertThat(Stream.of(Unit.values()).map(u -> texts.label(u).french())).doesNotHaveDuplicates();
    assertThat(texts.label(Application.NAME_EDUCATION_TYPE, "Secondary / secondary special"))
        .isEqualTo(new Text("Enseignement secondaire", "Secondary education"));
  }

  @Test
  void anUnknownValueHasNoLabelAndTheErrorNamesIt() {
    assertThatThrownBy(() -> texts.label(Application.CODE_GENDER, "Z"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CODE_GENDER")
        .hasMessageContaining("Z")
        .hasMessageContaining("values.tsv");
  }

  private List<Text> everyText() {
    List<Text> all = new ArrayList<>();
    for (Column column : columns()) {
      all.add(texts.label(column));
      all.add(texts.description(column));
      if (column instanceof CategoryColumn category) {
        category.values().forEach(value -> all.add(texts.label(category, value)));
      }
    }
    for (Table table : Table.values()) {
      all.add(texts.label(table));
      all.add(texts.description(table));
    }
    return all;
  }

  private static List<Column> columns() {
    return Arrays.stream(Table.values()).flatMap(t -> t.schema().columns().stream()).toList();
  }
}
