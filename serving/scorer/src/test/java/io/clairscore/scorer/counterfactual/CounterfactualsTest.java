package io.clairscore.scorer.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.CatalogueModel;
import io.clairscore.scorer.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CounterfactualsTest {
  private static final RandomWorld WORLD = RandomWorld.of(5, 600, 120, 4, 0.6);
  private static final List<Outcome> OUTCOMES = new ArrayList<>();

  @BeforeAll
  static void search() {
    WORLD.applicants().forEach(dossier -> OUTCOMES.add(WORLD.search().of(dossier)));
  }

  @Test
  void meetsEveryOutcomeAndPairsAmongThem() {
    assertThat(count(Outcome.AlreadyAccepted.class)).isGreaterThan(100);
    assertThat(count(Outcome.NoRealisticChange.class)).isGreaterThan(20);
    assertThat(count(Outcome.Found.class)).isGreaterThan(50);
    assertThat(proposals()).filteredOn(p -> p.changes().size() == 2).hasSizeGreaterThan(10);
    assertThat(
            proposals().stream()
                .flatMap(p -> p.changes().stream())
                .map(change -> change.lever().name()))
        .contains("PROJECT", "CREDIT", "INSTALMENT");
  }

  @Test
  void acceptedApplicationsNeedNoChangeAndOthersDo() {
    forEach(
        (dossier, outcome) -> {
          Decision decision = WORLD.scorer().score(RandomWorld.ENGINE.compute(dossier)).decision();
          assertThat(outcome instanceof Outcome.AlreadyAccepted)
              .isEqualTo(decision == Decision.ACCEPTED);
          assertThat(outcome.score().decision()).isEqualTo(decision);
        });
  }

  @Test
  void everyProposalIsScoredByTheWholeEngineAsItSays() {
    forEach(
        (dossier, outcome) -> {
          for (Proposal proposal : proposals(outcome)) {
            Dossier changed = proposal.applyTo(dossier);
            assertThat(WORLD.scorer().score(RandomWorld.ENGINE.compute(changed)))
                .isEqualTo(proposal.score())
                .matches(
                    score ->
                        (score.decision() == Decision.ACCEPTED)
                            == outcome instanceof Outcome.Found);
          }
        });
  }

  @Test
  void theHighestChangeIsRefusedAndHasMorePointsThanTheApplication() {
    List<Outcome.NoRealisticChange> none =
        OUTCOMES.stream()
            .filter(Outcome.NoRealisticChange.class::isInstance)
            .map(Outcome.NoRealisticChange.class::cast)
            .toList();
    assertThat(none).filteredOn(outcome -> outcome.highest().isPresent()).hasSizeGreaterThan(10);
    for (Outcome.NoRealisticChange outcome : none) {
      outcome
          .highest()
          .ifPresent(
              highest -> {
                assertThat(highest.score().points()).isGreaterThan(outcome.score().points());
                assertThat(highest.score().decision()).isEqualTo(Decision.REFUSED);
              });
    }
  }

  @Test
  void nothingChangesThatIsNotACellOfALeverOfTheProposal() {
    forEach(
        (dossier, outcome) -> {
          for (Proposal proposal : proposals(outcome)) {
            Rows own = dossier.application();
            Rows changed = proposal.applyTo(dossier).application();
            List<NumberColumn> allowed =
                proposal.changes().stream().flatMap(c -> c.lever().columns().stream()).toList();
            for (Column column : Application.SCHEMA.columns()) {
              if (!allowed.contains(column)) {
                assertThat(cell(changed, column)).as(column.name()).isEqualTo(cell(own, column));
              }
            }
            for (Table table : Table.histories()) {
              assertThat(proposal.applyTo(dossier).rows(table)).isEqualTo(dossier.rows(table));
            }
          }
        });
  }

  @Test
  void everyProposalKeepsToRangesAndLinks() {
    forEach(
        (dossier, outcome) -> {
          for (Proposal proposal : proposals(outcome)) {
            Rows own = dossier.application();
            Rows changed = proposal.applyTo(dossier).application();
            assertThat(RandomWorld.LEVERS.allow(own, changed)).as(proposal.toString()).isTrue();
            assertThat(proposal.changes()).hasSizeBetween(1, 2);
            for (InputChange change : proposal.changes()) {
              assertThat(change.lever().concerns(own)).isTrue();
            }
            double credit = ratio(changed, own, Application.AMT_CREDIT);
            assertThat(credit).isBetween(0.4999, 1.0);
            // Half the instalment of half the credit, and a unit of rounding.
            assertThat(ratio(changed, own, Application.AMT_ANNUITY)).isBetween(0.2499, 1.501);
          }
        });
  }

  @Test
  void roundingCostsLittle() {
    List<Proposal> proposals = proposals();
    for (Proposal proposal : proposals) {
      assertThat(proposal.distance()).isGreaterThanOrEqualTo(proposal.leastDistance() - 1e-12);
      assertThat(proposal.distance() - proposal.leastDistance()).isLessThan(0.02001);
    }
    assertThat(proposals)
        .filteredOn(p -> p.cells().values().stream().allMatch(cell -> cell == Math.rint(cell)))
        .hasSizeGreaterThan(proposals.size() * 9 / 10);
  }

  @Test
  void theBestIsNoFartherThanAnySingleChangeAndTheyAreInOrder() {
    for (Outcome outcome : OUTCOMES) {
      if (outcome instanceof Outcome.Found found) {
        double last = found.best().leastDistance();
        for (Proposal single : found.single()) {
          assertThat(single.changes()).hasSize(1);
          assertThat(single.leastDistance()).isGreaterThanOrEqualTo(last);
          last = single.leastDistance();
        }
        assertThat(found.single().stream().map(p -> p.changes().get(0).lever()))
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void reachabilitySaysOfEveryRefusedClientWhetherAChangeSuffices() {
    Bundle bundle = WORLD.bundle();
    Reachability reachability =
        Reachability.of(
            bundle.trees(),
            Catalogue.core(),
            bundle.manifest().threshold().margin(),
            RandomWorld.LEVERS);
    for (int i = 0; i < OUTCOMES.size() / 4; i++) {
      if (!(OUTCOMES.get(i) instanceof Outcome.AlreadyAccepted)) {
        Dossier dossier = WORLD.applicants().get(i);
        float[] vector = RandomWorld.ENGINE.compute(dossier);
        assertThat(reachability.of(dossier.application(), vector))
            .isEqualTo(OUTCOMES.get(i) instanceof Outcome.Found);
      }
    }
  }

  @Test
  void aModelThatReadsNothingAClientCanChangeHasNoChangeToOffer() {
    Catalogue scores = Catalogue.core().only(List.of("EXT_SOURCE_1", "EXT_SOURCE_2"));
    List<float[]> vectors =
        WORLD.applicants().stream().map(new FeatureEngine(scores)::compute).toList();
    Bundle bundle = new CatalogueModel(3, vectors, new int[] {0, 1}, scores).bundle(20, 2, 0.5);
    Counterfactuals search = Counterfactuals.of(bundle, Catalogue.core(), RandomWorld.LEVERS);
    List<Outcome> refused =
        WORLD.applicants().stream()
            .map(search::of)
            .filter(outcome -> !(outcome instanceof Outcome.AlreadyAccepted))
            .toList();

    assertThat(refused)
        .hasSizeGreaterThan(100)
        .allMatch(
            outcome ->
                outcome instanceof Outcome.NoRealisticChange none && none.highest().isEmpty());
  }

  @Test
  void twoInputsAreToldOnlyIfThatSparesATwentiethOfAnAmount() {
    int simpler = 0;
    for (Outcome outcome : OUTCOMES) {
      if (outcome instanceof Outcome.Found found && found.best().changes().size() == 2) {
        double spared =
            found.single().isEmpty()
                ? Double.POSITIVE_INFINITY
                : found.single().get(0).leastDistance() - found.best().leastDistance();
        assertThat(outcome.proposals().contains(found.best())).isEqualTo(spared >= 0.05);
        assertThat(outcome.proposals()).isNotEmpty();
        simpler += spared < 0.05 ? 1 : 0;
      }
    }
    assertThat(simpler).isPositive();
  }

  @Test
  void answersAlikeInManyThreads() {
    List<Integer> different =
        IntStream.range(0, OUTCOMES.size())
            .parallel()
            .filter(i -> !WORLD.search().of(WORLD.applicants().get(i)).equals(OUTCOMES.get(i)))
            .boxed()
            .toList();

    assertThat(different).isEmpty();
  }

  @Test
  void refusesAModelOfOtherFeatures() {
    Catalogue other = new Catalogue(Catalogue.core().families().subList(0, 3));
    Bundle bundle = WORLD.bundle();

    assertThatThrownBy(() -> Counterfactuals.of(bundle, other, RandomWorld.LEVERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other features");
  }

  private interface Check {
    void of(Dossier dossier, Outcome outcome);
  }

  private static void forEach(Check check) {
    for (int i = 0; i < OUTCOMES.size(); i++) {
      check.of(WORLD.applicants().get(i), OUTCOMES.get(i));
    }
  }

  private static long count(Class<? extends Outcome> kind) {
    return OUTCOMES.stream().filter(kind::isInstance).count();
  }

  private static List<Proposal> proposals() {
    return OUTCOMES.stream().flatMap(outcome -> proposals(outcome).stream()).toList();
  }

  /** Those that suffice, and the highest where none does. */
  private static List<Proposal> proposals(Outcome outcome) {
    List<Proposal> proposals = new ArrayList<>();
    if (outcome instanceof Outcome.NoRealisticChange none) {
      none.highest().ifPresent(proposals::add);
    }
    if (outcome instanceof Outcome.Found found) {
      proposals.add(found.best());
      proposals.addAll(found.single());
    }
    return proposals;
  }

  private static Double cell(Rows application, Column column) {
    return column instanceof NumberColumn number
        ? application.number(number, 0)
        : application.code((CategoryColumn) column, 0);
  }

  private static double ratio(Rows changed, Rows own, NumberColumn column) {
    double ratio = changed.number(column, 0) / own.number(column, 0);
    return Double.isNaN(ratio) ? 1 : ratio;
  }
}
