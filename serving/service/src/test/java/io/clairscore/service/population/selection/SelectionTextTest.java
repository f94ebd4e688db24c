package io.clairscore.service.population.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Application;
import io.clairscore.features.use.Use;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionTextTest {
  private static final PopulationColumns COLUMNS = PopulationColumns.all();

  @Test
  void aSelectionReadsItsConditions() {
    ClientSelection selection =
        SelectionText.read(
            "application.NAME_CONTRACT_TYPE:Cash loans; application.NAME_CONTRACT_TYPE:missing;"
                + "application.AMT_CREDIT:1000..;feature.EXT_SOURCE_2:missing;"
                + "application.ORGANIZATION_TYPE:Industry: type 1",
            Sight.REVIEW);
    ExploredColumn credit = PopulationColumns.of(Application.AMT_CREDIT);
    assertEquals(
        new ClientSelection(
            List.of(
                new Filter.OneOf(
                    PopulationColumns.of(Application.NAME_CONTRACT_TYPE),
                    List.of("Cash loans"),
                    true),
                new Filter.Between(credit, 1000, Double.POSITIVE_INFINITY),
                new Filter.Missing(COLUMNS.named("feature.EXT_SOURCE_2").orElseThrow()),
                new Filter.OneOf(
                    PopulationColumns.of(Application.ORGANIZATION_TYPE),
                    List.of("Industry: type 1"),
                    false))),
        selection);
    assertEquals(3, selection.without(credit).filters().size());
  }

  @Test
  void nothingIsEverybody() {
    assertEquals(ClientSelection.ALL, SelectionText.read("  ", Sight.ADVICE));
  }

  @Test
  void whatIsAskedIsBoundAndNeverWrittenIntoSql() {
    ClientSelection selection =
        SelectionText.read(
            "application.NAME_INCOME_TYPE:Working;application.AMT_CREDIT:123456.5..234567.5",
            Sight.ADVICE);
    Sql sql = selection.condition();
    assertEquals(List.of("Working", 123456.5, 234567.5), sql.values());
    assertFalse(sql.text().contains("Working") || sql.text().contains("123456"), sql.text());
    assertEquals(3, sql.text().chars().filter(c -> c == '?').count());
    assertFalse(sql.toString().contains("123456"));
  }

  @Test
  void aFloatIsComparedAsTheFloatItIs() {
    Sql sql = SelectionText.read("feature.EXT_SOURCE_2:0.1..", Sight.ADVICE).condition();
    assertEquals(List.of(0.1f), sql.values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        ":",
        ";",
        "nothing:1..2",
        "client:100001..100001",
        "application.TARGET:1..1",
        "application.SK_ID_CURR:1..2",
        "\"points\":1..2",
        "points\" OR true --:1..2",
        "points:1",
        "points:..9..",
        "points:2..1",
        "points:1..2;points:3..4",
        "points:missing;points:1..2",
        "points:NaN..",
        "points:..Infinity",
        "points:1e99..",
        "points:0x10..",
        "points:1d..",
        "points:1e999..",
        "probability:0..2",
        "application.AMT_CREDIT:-1..",
        "application.NAME_CONTRACT_TYPE:",
        "application.NAME_CONTRACT_TYPE:cash loans",
        "application.NAME_CONTRACT_TYPE:' OR true --",
        "decision:MAYBE"
      })
  void whatIsNoFilterIsRefusedAndNotRepeated(String text) {
    for (Sight sight : Sight.values()) {
      Refusal refusal = assertThrows(Refusal.class, () -> SelectionText.read(text, sight));
      assertEquals(Refusal.Kind.USAGE, refusal.kind());
      assertFalse(refusal.getMessage().contains("OR true"), refusal.getMessage());
    }
  }

  @Test
  void moreFiltersThanAPersonWouldWriteAreRefused() {
    String many = String.join(";", Collections.nCopies(65, "level:LOW_RISK"));
    assertThrows(Refusal.class, () -> SelectionText.read(many, Sight.REVIEW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age:30..40",
        "application.CODE_GENDER:F",
        "application.NAME_FAMILY_STATUS:Married",
        "application.REGION_RATING_CLIENT:1..1"
      })
  void byWhatFairnessIsMeasuredReviewersLookAndAdvisorsDoNot(String text) {
    assertEquals(1, SelectionText.read(text, Sight.REVIEW).filters().size());
    assertThrows(Refusal.class, () -> SelectionText.read(text, Sight.ADVICE));
  }

  @Test
  void nobodyLooksForPregnancyHealthOrReligion() {
    for (Sight sight : Sight.values()) {
      for (String text :
          List.of(
              "application.NAME_INCOME_TYPE:Maternity leave",
              "application.ORGANIZATION_TYPE:Religion")) {
        assertThrows(Refusal.class, () -> SelectionText.read(text, sight), text);
      }
    }
    Dimension work = Dimension.of(PopulationColumns.of(Application.NAME_INCOME_TYPE), Sight.REVIEW);
    assertEquals(work.other(), work.place("Maternity leave"));
    assertEquals(work.missing(), work.place(null));
  }

  @Test
  void anAdvisorSeesWhatMayDecideAndAReviewerMore() {
    long advice = count(Sight.ADVICE);
    assertEquals(
        COLUMNS.columns().stream().filter(c -> c.ruling().use() == Use.DECIDES).count(), advice);
    assertTrue(count(Sight.REVIEW) > advice);
    Stream.of("client", "application.TARGET", "application.SK_ID_CURR")
        .forEach(key -> assertTrue(COLUMNS.named(key).isEmpty()));
  }

  private static long count(Sight sight) {
    return COLUMNS.columns().stream().filter(column -> column.visibleTo(sight)).count();
  }
}
