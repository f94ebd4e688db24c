package io.clairscore.pipelines.study.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.MonotoneConf;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.study.learner.ClientMatrix;
import io.clairscore.pipelines.training.Balance;
import io.clairscore.pipelines.training.BoostedPredictor;
import io.clairscore.pipelines.training.MonotoneDirections;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.XgboostLearner;
import io.clairscore.scorer.Contributions;
import io.clairscore.scorer.TreeEnsemble;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeatureEffectsTest extends SparkTest {
  private static final List<String> NAMES = List.of("F0", "F1", "F2");

  private Dataset<Row> rows;
  private ClientMatrix clients;

  @BeforeEach
  void prepare() {
    rows =
        SyntheticClients.vectors(
                SyntheticClients.table(session(), 1200, 0, NAMES.size(), 1), NAMES.size())
            .cache();
    clients = ClientMatrix.collect(rows, 5000);
  }

  private TreeEnsemble fitted(int depth, MonotoneDirections directions) {
    TrainingConf conf =
        SyntheticClients.configuration("training.xgboost.maxDepth=[" + depth + "]").training();
    XgboostLearner learner =
        new XgboostLearner(conf, conf.xgboost().first(), Balance.AS_IT_IS, directions);
    return TreeEnsemble.read(((BoostedPredictor) learner.fit(rows).predictor()).json());
  }

  private FeatureEffect effect(TreeEnsemble trees, int feature, boolean[] refused) {
    Contributions contributions = Contributions.of(trees);
    double[][] each =
        Arrays.stream(clients.rows()).map(contributions::explain).toArray(double[][]::new);
    return new FeatureEffects(trees, NAMES, clients, each, clients, refused).of(feature);
  }

  /** Without interactions all ways to tell an effect tell the same, up to their zero. */
  @Test
  void anAdditiveModelHasOneEffectByAllThreeWays() {
    TreeEnsemble stumps = fitted(1, MonotoneDirections.FREE);
    FeatureEffect effect = effect(stumps, 0, new boolean[clients.size()]);
    List<EffectBin> known = effect.bins().stream().filter(bin -> bin.from() != null).toList();
    assertThat(known).hasSize(12);
    EffectBin first = known.get(0);
    for (EffectBin bin : known) {
      assertThat(bin.accumulated() - first.accumulated())
          .isCloseTo(bin.partialDependence() - first.partialDependence(), within(1e-4));
    }
    assertThat(known.get(11).partialDependence())
        .isNotCloseTo(first.partialDependence(), within(0.1));
    double mean =
        known.stream().mapToDouble(bin -> bin.accumulated() * bin.clients()).sum()
            / known.stream().mapToLong(EffectBin::clients).sum();
    assertThat(mean).isCloseTo(0, within(1e-9));
  }

  @Test
  void countsOutcomesAndWrongDecisionsOfEachInterval() {
    boolean[] refused = new boolean[clients.size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = i % 3 == 0;
    }
    FeatureEffect effect = effect(fitted(2, MonotoneDirections.FREE), 1, refused);
    assertThat(effect.clients()).isEqualTo(clients.size());
    EffectBin unknown = effect.bins().get(effect.bins().size() - 1);
    assertThat(unknown.from()).isNull();
    for (EffectBin bin : effect.bins()) {
      int all = 0;
      int bad = 0;
      int granted = 0;
      for (int i = 0; i < clients.size(); i++) {
        float value = clients.rows()[i][1];
        boolean inside =
            bin.from() == null ? Float.isNaN(value) : value >= bin.from() && value <= bin.upTo();
        if (inside) {
          all++;
          bad += clients.target()[i];
          granted += clients.target()[i] == 1 && !refused[i] ? 1 : 0;
        }
      }
      assertThat(bin.clients()).isEqualTo(all);
      assertThat(bin.defaulted()).isCloseTo((double) bad / all, within(1e-12));
      assertThat(bin.missedDefaults()).isEqualTo((double) granted / bad);
    }
  }

  @Test
  void aBoundFeatureMovesTheRiskInOneDirectionOnly() {
    MonotoneConf falling = new MonotoneConf(true, List.of(), List.of("F0"));
    MonotoneConf rising = new MonotoneConf(true, List.of("F0"), List.of());
    assertThat(steps(fitted(4, MonotoneDirections.FREE))).contains(-1, 1);
    assertThat(steps(fitted(4, MonotoneDirections.of(falling, NAMES)))).doesNotContain(1);
    assertThat(steps(fitted(4, MonotoneDirections.of(rising, NAMES)))).doesNotContain(-1);
  }

  /** Signs of the steps of the score as the first feature rises and all else stays. */
  private Set<Integer> steps(TreeEnsemble trees) {
    Set<Integer> signs = new HashSet<>();
    float[] values = clients.known(0);
    for (float[] row : Arrays.copyOf(clients.rows(), 100)) {
      float[] other = row.clone();
      double last = Double.NaN;
      for (float value : values) {
        other[0] = value;
        double margin = trees.margin(other);
        if (!Double.isNaN(last)) {
          signs.add((int) Math.signum(margin - last));
        }
        last = margin;
      }
    }
    return signs;
  }
}
