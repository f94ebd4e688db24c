package io.clairscore.scorer.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.scorer.advice.Advisor;
import io.clairscore.scorer.advice.ClientExplanation;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.explanation.ReasonLimits;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The locale of the machine changes nothing of what a client is told. */
class DefaultLocaleTest {
  private static final RandomWorld WORLD = RandomWorld.of(5, 60, 40, 4, 0.4);
  private static final Advisor ADVISOR =
      new Advisor(WORLD.bundle(), Catalogue.core(), ReasonLimits.DEFAULT);
  private static final Presentation LENDER =
      new Presentation(new Text("euros", "euros"), new Text("votre conseiller", "your advisor"));
  private static final List<String> TOLD = told();

  private final Locale ofTheMachine = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(ofTheMachine);
  }

  /** Arabic has digits of its own, Swiss German groups digits by apostrophes. */
  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "de-CH"})
  void isNeverAsked(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    assertThat(told()).isEqualTo(TOLD);
  }

  @Test
  void isThatOfRealChanges() {
    assertThat(WORLD.refused()).anyMatch(d -> WORLD.search().of(d) instanceof Outcome.Found);
  }

  @ParameterizedTest
  @EnumSource
  void oneExplanationHasOneMinusSignAndOnePercentSign(Language language) {
    String percent = language == Language.FRENCH ? "\u00a0%" : "%";
    for (Dossier dossier : WORLD.applicants()) {
      assertThat(ADVISOR.explain(dossier).text(language, LENDER))
          .doesNotContainPattern("[(\\s]-\\d")
          .doesNotContainPattern("(?<!" + (percent.length() > 1 ? "\u00a0" : "\\d") + ")%");
    }
  }

  private static List<String> told() {
    return WORLD.applicants().stream()
        .flatMap(
            dossier -> List.of(Language.values()).stream().map(language -> all(dossier, language)))
        .toList();
  }

  private static String all(Dossier dossier, Language language) {
    ClientExplanation explained = ADVISOR.explain(dossier);
    return explained.text(language, LENDER) + explained.json(language, LENDER);
  }
}
