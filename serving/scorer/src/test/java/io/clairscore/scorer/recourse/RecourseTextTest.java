package io.clairscore.scorer.recourse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.InstallmentsPayments;
import io.clairscore.features.schema.PosCashBalance;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.counterfactual.InputChange;
import io.clairscore.scorer.counterfactual.Lever;
import io.clairscore.scorer.counterfactual.Levers;
import io.clairscore.scorer.counterfactual.Outcome;
import io.clairscore.scorer.counterfactual.Proposal;
import io.clairscore.scorer.explanation.Narrative.Section;
import io.clairscore.scorer.explanation.Narrative.Topic;
import io.clairscore.scorer.explanation.Presentation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecourseTextTest {
  private static final Presentation LENDER =
      new Presentation(
          new Text("francs", "francs"), new Text("Mme Martin, au guichet", "Ms Martin, upstairs"));
  private static final RecourseText FRENCH = RecourseText.in(Language.FRENCH, LENDER);
  private static final RecourseText ENGLISH = RecourseText.in(Language.ENGLISH, LENDER);
  private static final Lever PROJECT = Levers.standard().levers().get(0);

  private final Rows application = application();

  @Test
  void anAcceptedClientIsToldNothingAlsoInTheReviewBand() {
    Score nearly = new Score(-2, 0.1, 590, Level.MEDIUM_RISK, Decision.ACCEPTED, true);
    Recourse recourse = recourse(new Outcome.AlreadyAccepted(nearly));

    assertThat(FRENCH.sections(recourse)).isEmpty();
    assertThat(RecourseJson.write(recourse, FRENCH).toString())
        .isEqualTo("{\"answer\":\"ACCEPTED\"}");
  }

  @Test
  void aRefusedClientIsToldTheGapAndHowFarTheBestChangeLeads() {
    Outcome outcome = new Outcome.NoRealisticChange(refused(560), Optional.of(project(571)));

    assertThat(changes(FRENCH, outcome))
        .containsExactly(
            "Il manque 29 points à votre demande pour atteindre le seuil, qu’il faut dépasser.",
            "Aucun changement réaliste de la demande ne suffit. Au mieux, en demandant 180 000"
                + " francs au lieu de 225 000 francs (−20 %) pour un projet moins cher, votre"
                + " demande aurait 571 points, alors qu’il en faut plus de 589. La mensualité"
                + " passerait alors de 11 250 francs à 9 000 francs.");
    assertThat(changes(ENGLISH, outcome))
        .containsExactly(
            "Your application is 29 points short of the threshold, which it has to exceed.",
            "No realistic change of the application is enough. At best, by asking for 180,000"
                + " francs instead of 225,000 francs (−20%) for a cheaper project, your"
                + " application would have 571 points, but it takes more than 589. The monthly"
                + " payment would then go from 11,250 francs to 9,000 francs.");
  }

  @Test
  void aGapOfLessThanAPointIsSaidAsSuch() {
    Outcome outcome = new Outcome.NoRealisticChange(refused(589), Optional.of(project(589)));

    assertThat(changes(FRENCH, outcome).get(0))
        .isEqualTo("Il manque moins d’un point à votre demande pour dépasser le seuil.");
    assertThat(changes(ENGLISH, outcome).get(1))
        .contains("your application would still be less than one point short.");
  }

  @Test
  void whereNoChangeBringsAPointThatIsSaidOfWhatCanBeAskedFor() {
    Outcome outcome = new Outcome.NoRealisticChange(refused(560), Optional.empty());

    assertThat(changes(FRENCH, outcome).get(1)).contains("ou rembourser sur une autre durée");
    application.set(
        Application.NAME_CONTRACT_TYPE, 0, Application.NAME_CONTRACT_TYPE.code("Revolving loans"));
    assertThat(changes(FRENCH, outcome).get(1))
        .endsWith("Demander moins ne lui ferait pas gagner un seul point.");
  }

  @Test
  void aChangeThatSufficesIsNoCommitment() {
    Outcome outcome = new Outcome.Found(refused(588), project(590), List.of(project(590)));

    List<String> lines = changes(ENGLISH, outcome);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("Your application is 1 point short");
    assertThat(lines.get(1)).startsWith("By asking for 180,000 francs").contains("accepted");
    assertThat(lines.get(2)).contains("it is not a commitment");
    assertThat(lines(ENGLISH, outcome, Topic.REVIEW).get(0)).endsWith("ask Ms Martin, upstairs.");
  }

  @Test
  void whatTheFileShowsIsCountedOnItsRows() {
    Outcome outcome = new Outcome.NoRealisticChange(refused(560), Optional.empty());
    Weight[] against = {
      new Weight(Aspect.CREDITS_ELSEWHERE, -9),
      new Weight(Aspect.ARREARS, -8),
      new Weight(Aspect.PAST_APPLICATIONS, -7),
      new Weight(Aspect.EMPLOYMENT, -6),
      new Weight(Aspect.INCOME, -5)
    };

    assertThat(lines(FRENCH, outcome, Topic.TIME, against))
        .containsExactly(
            "Ce que vous devez encore sur vos 2 crédits en cours dans d’autres établissements diminue"
                + " à mesure que vous les remboursez.",
            "Vos retards de paiement deviennent plus anciens, tant qu’aucun autre ne s’y ajoute.",
            "La demande que nous avons refusée par le passé devient plus ancienne.",
            "L’ancienneté dans votre emploi augmente tant que vous le gardez.",
            "Rien de cela n’est une promesse : nous ne pouvons pas dire quand la réponse"
                + " changerait.");
    assertThat(lines(ENGLISH, outcome, Topic.CHECKS, against))
        .containsExactly(
            "The file counts 2 active credits at other lenders, on which you still owe 1,500"
                + " francs in all.",
            "The file records late payments on 2 credits.",
            "The file counts one application that we refused.",
            "According to the file, you have been in your job for 1 year and 6 months.",
            "If something in the file is wrong or out of date, you may have it corrected (Article"
                + " 16 of the GDPR) and ask for a new answer.");
  }

  @Test
  void whatTheFileDoesNotShowIsNotSpokenOf() {
    application.set(Application.DAYS_EMPLOYED, 0, 365_243);
    Dossier bare = new Dossier(Map.of(Table.APPLICATION, application));
    Recourse recourse =
        new Recourse(
            bare,
            new Outcome.NoRealisticChange(refused(560), Optional.empty()),
            589,
            Arrays.stream(Aspect.values()).map(aspect -> new Weight(aspect, -1)).toList());

    assertThat(FRENCH.time(recourse))
        .extracting(line -> line.weight().aspect())
        .containsExactly(Aspect.EXTERNAL_SCORES);
    assertThat(FRENCH.checks(recourse))
        .extracting(line -> line.weight().aspect())
        .containsExactly(
            Aspect.EXTERNAL_SCORES, Aspect.MISSING_SCORES, Aspect.EMPLOYMENT, Aspect.INCOME);
    assertThat(plain(ENGLISH.checks(recourse).get(2).sentence()))
        .isEqualTo("The file shows no current job: if you have one, tell us.");
  }

  @Test
  void theDocumentSaysTheSame() {
    Outcome outcome = new Outcome.NoRealisticChange(refused(560), Optional.of(project(571)));
    ObjectNode document =
        RecourseJson.write(recourse(outcome, new Weight(Aspect.INCOME, -5)), ENGLISH);

    assertThat(document.fieldNames())
        .toIterable()
        .containsExactly(
            "answer",
            "neededPoints",
            "missingPoints",
            "gap",
            "proposals",
            "highest",
            "caution",
            "time",
            "noPromise",
            "checks",
            "rectification",
            "review");
    assertThat(document.get("answer").asText()).isEqualTo("NONE");
    assertThat(document.get("missingPoints").asInt()).isEqualTo(29);
    assertThat(document.at("/highest/points").asInt()).isEqualTo(571);
    assertThat(document.at("/highest/cells/AMT_CREDIT").asDouble()).isEqualTo(180_000);
    assertThat(document.at("/checks/0/aspect").asText()).isEqualTo("INCOME");
    assertThat(document.at("/checks/0/sentence").asText()).contains("income of 90,000");
    assertThat(document.get("time")).isEmpty();
    assertThat(document.get("noPromise").asText()).startsWith("Nothing that counts against");
  }

  private List<String> changes(RecourseText text, Outcome outcome) {
    return lines(text, outcome, Topic.CHANGES);
  }

  private List<String> lines(RecourseText text, Outcome outcome, Topic topic, Weight... against) {
    return text.sections(recourse(outcome, against)).stream()
        .filter(section -> section.topic() == topic)
        .map(Section::lines)
        .findFirst()
        .orElseThrow()
        .stream()
        .map(RecourseTextTest::plain)
        .toList();
  }

  /** Spaces that do not break are read as plain ones. */
  private static String plain(String text) {
    return text.replace('\u202f', ' ').replace('\u00a0', ' ');
  }

  private Recourse recourse(Outcome outcome, Weight... against) {
    return new Recourse(dossier(), outcome, 589, List.of(against));
  }

  private static Score refused(int points) {
    return new Score(0, 0.2, points, Level.HIGH_RISK, Decision.REFUSED, false);
  }

  private static Proposal project(int points) {
    return new Proposal(
        List.of(new InputChange(PROJECT, 225_000, 180_000, false)),
        Map.of(Application.AMT_CREDIT, 180_000.0, Application.AMT_ANNUITY, 9_000.0),
        0.2,
        0.2,
        refused(points));
  }

  private static Rows application() {
    Rows application = new Rows(Application.SCHEMA, 1);
    application.set(
        Application.NAME_CONTRACT_TYPE, 0, Application.NAME_CONTRACT_TYPE.code("Cash loans"));
    application.set(Application.AMT_CREDIT, 0, 225_000);
    application.set(Application.AMT_ANNUITY, 0, 11_250);
    application.set(Application.AMT_INCOME_TOTAL, 0, 90_000);
    application.set(Application.DAYS_EMPLOYED, 0, -560);
    return application;
  }

  /** Three credits elsewhere, one late; a late instalment here; two applications, one refused. */
  private Dossier dossier() {
    Rows credits = new Rows(Bureau.SCHEMA, 3);
    for (int row = 0; row < 3; row++) {
      credits.set(Bureau.SK_ID_BUREAU, row, row);
      credits.set(
          Bureau.CREDIT_ACTIVE, row, Bureau.CREDIT_ACTIVE.code(row < 2 ? "Active" : "Closed"));
      credits.set(Bureau.AMT_CREDIT_SUM_DEBT, row, row == 1 ? 1_500 : -20);
      credits.set(Bureau.AMT_CREDIT_MAX_OVERDUE, row, row == 2 ? 10 : 0);
    }
    Rows payments = new Rows(InstallmentsPayments.SCHEMA, 2);
    for (int row = 0; row < 2; row++) {
      payments.set(InstallmentsPayments.SK_ID_PREV, row, 7);
      payments.set(InstallmentsPayments.DAYS_INSTALMENT, row, -100);
      payments.set(InstallmentsPayments.DAYS_ENTRY_PAYMENT, row, row == 0 ? -98 : -103);
    }
    Rows months = new Rows(PosCashBalance.SCHEMA, 1);
    months.set(PosCashBalance.SK_ID_PREV, 0, 7);
    months.set(PosCashBalance.SK_DPD, 0, 3);
    Rows past = new Rows(PreviousApplication.SCHEMA, 2);
    past.set(
        PreviousApplication.NAME_CONTRACT_STATUS,
        0,
        PreviousApplication.NAME_CONTRACT_STATUS.code("Refused"));
    past.set(
        PreviousApplication.NAME_CONTRACT_STATUS,
        1,
        PreviousApplication.NAME_CONTRACT_STATUS.code("Approved"));
    return new Dossier(
        Map.of(
            Table.APPLICATION,
            application.copy(),
            Table.BUREAU,
            credits,
            Table.INSTALLMENTS_PAYMENTS,
            payments,
            Table.POS_CASH_BALANCE,
            months,
            Table.PREVIOUS_APPLICATION,
            past));
  }
}
