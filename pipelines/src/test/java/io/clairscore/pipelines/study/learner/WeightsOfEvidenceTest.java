package io.clairscore.pipelines.study.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WeightsOfEvidenceTest {
  private static final int BINS = 5;
  private final ClientMatrix clients = Matrices.random(700, 5);

  /** Weight of the bin of a value, by looping over all clients for every question. */
  private double slowWeight(int feature, float value) {
    List<Float> known = new ArrayList<>();
    for (float[] row : clients.rows()) {
      if (!Float.isNaN(row[feature])) {
        known.add(row[feature]);
      }
    }
    known.sort(null);
    TreeSet<Float> cuts = new TreeSet<>();
    for (int b = 1; b < BINS; b++) {
      cuts.add(known.get(b * known.size() / BINS));
    }
    cuts.remove(known.get(0));
    double good = 0;
    double bad = 0;
    double allGood = 0;
    double allBad = 0;
    for (int i = 0; i < clients.size(); i++) {
      float other = clients.rows()[i][feature];
      boolean together =
          Float.isNaN(value) || Float.isNaN(other)
              ? Float.isNaN(value) && Float.isNaN(other)
              : cuts.headSet(value, true).size() == cuts.headSet(other, true).size();
      good += together && clients.target()[i] == 0 ? 1 : 0;
      bad += together && clients.target()[i] == 1 ? 1 : 0;
      allGood += 1 - clients.target()[i];
      allBad += clients.target()[i];
    }
    return Math.log((good + 0.5) / (allGood + 1) / ((bad + 0.5) / (allBad + 1)));
  }

  @Test
  void weighsEveryValueAsASlowLoopDoes() {
    for (int feature = 0; feature < 3; feature++) {
      WeightsOfEvidence evidence = WeightsOfEvidence.of(clients, feature, BINS);
      for (float[] row : clients.rows()) {
        assertThat(evidence.of(row[feature]))
            .as("feature %d at %s", feature, row[feature])
            .isCloseTo(slowWeight(feature, row[feature]), within(1e-12));
      }
    }
  }

  @Test
  void countsTheInformationOfItsBins() {
    WeightsOfEvidence evidence = WeightsOfEvidence.of(clients, 0, BINS);
    double good = 0;
    double bad = 0;
    for (int b = 0; b < evidence.good().length; b++) {
      good += evidence.good()[b];
      bad += evidence.bad()[b];
    }
    double information = 0;
    for (int b = 0; b < evidence.good().length; b++) {
      information += (evidence.good()[b] / good - evidence.bad()[b] / bad) * evidence.weight()[b];
    }
    assertThat(good + bad).isEqualTo(clients.size());
    assertThat(evidence.information()).isCloseTo(information, within(1e-12)).isPositive();
  }

  @Test
  void leavesOutFeaturesThatTellNothingAndPutsTheStrongestFirst() {
    List<WeightsOfEvidence> ranked = WeightsOfEvidence.ranked(clients, BINS);
    assertThat(ranked).extracting(WeightsOfEvidence::feature).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(ranked.get(0).feature()).isZero();
    assertThat(ranked.get(2).feature()).isEqualTo(2);
  }

  @Test
  void readsANewValueOfAFeatureThatWasNeverMissing() {
    WeightsOfEvidence evidence = WeightsOfEvidence.of(clients, 2, BINS);
    assertThat(evidence.of(Float.NaN)).isZero();
    assertThat(evidence.of(Float.POSITIVE_INFINITY)).isZero();
    assertThat(evidence.of(99)).isEqualTo(evidence.weight()[BINS - 1]);
  }
}
