package io.clairscore.scorer.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static final Levers LEVERS = Levers.standard();
  private static final Sentences FRENCH = sentences(LEVERS, Language.FRENCH);
  private static final Sentences ENGLISH = sentences(LEVERS, Language.ENGLISH);

  private final Rows application = application();

  @Test
  void sayASmallerProjectAndWhatFollows() {
    Proposal proposal =
        proposal(
            List.of(change("PROJECT", 225_000, 180_000)),
            Map.of(Application.AMT_CREDIT, 180_000.0, Application.AMT_ANNUITY, 9_000.0));

    assertThat(french(proposal))
        .isEqualTo(
            "En demandant 180 000 euros au lieu de 225 000 euros (−20 %) pour un projet moins cher,"
                + " votre demande pourrait être acceptée. La mensualité passerait alors de"
                + " 11 250 euros à 9 000 euros.");
    assertThat(english(proposal))
        .isEqualTo(
            "By asking for 180,000 euros instead of 225,000 euros (−20%) for a cheaper project, your"
                + " application could be accepted. The monthly payment would then go from 11,250"
                + " euros to 9,000 euros.");
  }

  @Test
  void sayTwoChangesInOneSentence() {
    Proposal proposal =
        proposal(
            List.of(change("PROJECT", 225_000, 180_000), change("INSTALMENT", 11_250, 9_000.5)),
            Map.of(Application.AMT_CREDIT, 180_000.0, Application.AMT_ANNUITY, 9_000.5));

    assertThat(french(proposal))
        .isEqualTo(
            "En demandant 180 000 euros au lieu de 225 000 euros (−20 %) pour un projet moins cher"
                + " et en étalant le remboursement, avec une mensualité de 9 000,50 euros au lieu"
                + " de 11 250 euros (−20 %), votre demande pourrait être acceptée.");
  }

  @Test
  void sayHigherAndSmallChanges() {
    Proposal proposal =
        proposal(
            List.of(change("INSTALMENT", 11_250, 11_300)),
            Map.of(Application.AMT_ANNUITY, 11_300.0));

    assertThat(english(proposal))
        .isEqualTo(
            "By shortening the repayment, with a monthly payment of 11,300 euros instead of 11,250"
                + " euros (+0.4%), your application could be accepted.");
  }

  @Test
  void sayThatARepaymentIsShorterEvenIfLessIsToBeRepaid() {
    InputChange smaller = change("PROJECT", 225_000, 157_500);
    InputChange shorter = new InputChange(change("INSTALMENT", 0, 1).lever(), 11_250, 9_000, true);
    Proposal proposal =
        proposal(
            List.of(smaller, shorter),
            Map.of(Application.AMT_CREDIT, 157_500.0, Application.AMT_ANNUITY, 9_000.0));

    assertThat(english(proposal))
        .contains(
            "and by shortening the repayment, with a monthly payment of 9,000 euros instead of");
  }

  @Test
  void existForEveryProposalWithoutAColumnNameOrAnOpenSlot() {
    RandomWorld world = RandomWorld.of(5, 200, 60, 4, 0.4);
    for (Dossier dossier : world.refused()) {
      for (Proposal proposal : world.search().of(dossier).proposals()) {
        for (Sentences sentences : List.of(FRENCH, ENGLISH)) {
          assertThat(sentences.suffices(proposal, dossier.application()))
              .doesNotContain("_", "{", "}", "NaN", "AMT", "FLAG")
              .endsWith(".");
        }
      }
    }
  }

  @Test
  void areRefusedForALeverWithoutWords() {
    Levers more =
        new Levers(
            List.of(
                new Lever(
                    "PRICE", "price", Application.AMT_GOODS_PRICE, List.of(), 0.5, 1, List.of())),
            List.of());

    assertThatThrownBy(() -> sentences(more, Language.FRENCH)).hasMessageContaining("PRICE");
  }

  private String french(Proposal proposal) {
    return plain(FRENCH.suffices(proposal, application));
  }

  private String english(Proposal proposal) {
    return plain(ENGLISH.suffices(proposal, application));
  }

  private static Sentences sentences(Levers levers, Language language) {
    return new Sentences(levers, language, new Amounts(new Figures(language), "euros"));
  }

  /** French groups digits by spaces that do not break; tests are read with plain ones. */
  private static String plain(String text) {
    return text.replace('\u202f', ' ').replace('\u00a0', ' ');
  }

  private static InputChange change(String lever, double from, double to) {
    return new InputChange(
        LEVERS.levers().stream().filter(l -> l.name().equals(lever)).findFirst().orElseThrow(),
        from,
        to,
        to > from);
  }

  private static Proposal proposal(List<InputChange> changes, Map<NumberColumn, Double> cells) {
    return new Proposal(changes, cells, 0.2, 0.2, null);
  }

  private static Rows application() {
    Rows application = new Rows(Application.SCHEMA, 1);
    application.set(Application.AMT_CREDIT, 0, 225_000);
    application.set(Application.AMT_ANNUITY, 0, 11_250);
    return application;
  }
}
