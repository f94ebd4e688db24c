package io.clairscore.service.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.Filter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimilarityTextTest {
  private static final SimilarityRule ASKED =
      SimilarityRule.read("CONTRACT_TYPE;AGE:5;CREDIT:1;HOUSING");

  private static SimilarityText words(Language language) {
    return new SimilarityText(language, new Amounts(new Figures(language), "euros"));
  }

  /** Of a client whose file does not say how they live, and of whose credit others are few. */
  private static SimilarClients similar() {
    SimilarityRule began = ASKED.without(Likeness.HOUSING);
    ClientSelection selection =
        new ClientSelection(
            List.of(
                new Filter.OneOf(
                    Likeness.CONTRACT_TYPE.column(), List.of("Revolving loans"), false),
                new Filter.Between(Likeness.AGE.column(), 35, 45),
                new Filter.Between(Likeness.CREDIT.column(), Double.NEGATIVE_INFINITY, 1_234_567)));
    SimilarityRule used = SimilarityRule.read("CONTRACT_TYPE;AGE:5;CREDIT:2");
    return new SimilarClients(ASKED, began, used, 1234, selection, List.of(7L));
  }

  @Test
  void theRuleIsSaidInBothLanguages() {
    assertEquals(
        List.of(
            "Clients comparables : 1\u202f234.",
            "Type de crédit demandé : Crédit renouvelable.",
            "Âge : de 35 à 45 ans.",
            "Montant du crédit demandé : 1\u202f234\u202f567\u00a0euros au plus.",
            "Cette comparaison décrit : elle n’entre dans aucune décision."),
        words(Language.FRENCH).rule(similar()));
    List<String> english = words(Language.ENGLISH).rule(similar());
    assertEquals("Similar clients: 1,234.", english.get(0));
    assertEquals("Age: 35 to 45 years.", english.get(2));
    assertEquals(5, english.size());
  }

  @Test
  void whatWasChangedIsSaidAndWhy() {
    List<String> changes = words(Language.ENGLISH).changes(similar());
    assertEquals(3, changes.size());
    assertTrue(changes.get(0).endsWith("the file does not say, so this criterion is left out."));
    assertTrue(changes.get(1).contains("only 7 other clients; at least 30"));
    assertTrue(changes.get(2).endsWith("wider range."));
  }

  @Test
  void aRuleThatHoldsAsAskedNeedsNoWords() {
    SimilarClients enough =
        new SimilarClients(ASKED, ASKED, ASKED, 30, similar().selection(), List.of());
    assertTrue(words(Language.FRENCH).changes(enough).isEmpty());
  }

  @Test
  void aRuleIsReadAsItIsWritten() {
    assertEquals(
        Map.of(Likeness.INCOME, 2, Likeness.AGE, 5, Likeness.EDUCATION, 0),
        SimilarityRule.read("INCOME:2; AGE;EDUCATION").widths());
    assertTrue(SimilarityRule.read("NONE").widths().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GENDER",
        "AGE:7",
        "AGE:-5",
        "AGE:x",
        "AGE;AGE",
        "EDUCATION:1",
        "AGE;",
        "NONE;AGE"
      })
  void whatIsNoRuleIsRefused(String text) {
    assertEquals(
        Refusal.Kind.USAGE, assertThrows(Refusal.class, () -> SimilarityRule.read(text)).kind());
  }
}
