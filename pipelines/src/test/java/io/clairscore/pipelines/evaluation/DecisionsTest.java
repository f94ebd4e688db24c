package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.conf.BusinessConf;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

public class DecisionsTest {
  private static final BusinessConf COSTS = new BusinessConf(10, 1);
  private static final double THRESHOLD = 0.55;

  /** Sixty clients with tied scores, the same in the script that made the golden values. */
  public static ScoredClients sixty() {
    int[] client = new int[60];
    int[] target = new int[60];
    int[] fold = new int[60];
    double[] margin = new double[60];
    for (int i = 0; i < 60; i++) {
      int rank = i * 37 % 29;
      client[i] = i;
      fold[i] = i % 3;
      margin[i] = rank / 10.0 - 1.5;
      target[i] = i * 53 % 17 < 3 || rank > 22 && i % 2 == 1 ? 1 : 0;
    }
    return new ScoredClients(client, target, fold, margin);
  }

  private static Decisions judged(ScoredClients clients) {
    double[] probability =
        Arrays.stream(clients.margin()).map(margin -> 1 / (1 + Math.exp(-margin))).toArray();
    return Decisions.at(new Scores(clients, probability), THRESHOLD);
  }

  @Test
  void measuresWhatScikitLearnMeasures() {
    Map<Metric, Double> measured = judged(sixty()).measure(COSTS);
    // roc_auc_score, brier_score_loss, accuracy_score, recall_score and confusion_matrix of
    // scikit-learn 1.9.1, ks_2samp of SciPy 1.17.1.
    Map<Metric, Double> golden =
        Map.of(
            Metric.AUC, 0.6477272727272727,
            Metric.BRIER, 0.23553009488863375,
            Metric.ACCURACY, 0.7,
            Metric.RECALL, 0.4375,
            Metric.KS, 0.32386363636363635,
            Metric.REFUSAL_RATE, 0.26666666666666666,
            Metric.TRUE_NEGATIVES, 35.0,
            Metric.FALSE_POSITIVES, 9.0,
            Metric.FALSE_NEGATIVES, 9.0,
            Metric.TRUE_POSITIVES, 7.0);
    golden.forEach(
        (metric, value) ->
            assertThat(measured.get(metric)).as(metric.label()).isCloseTo(value, within(1e-12)));
    assertThat(measured.get(Metric.GINI)).isCloseTo(2 * 0.6477272727272727 - 1, within(1e-12));
    assertThat(measured.get(Metric.COST_PER_CLIENT)).isEqualTo((10 * 9 + 9) / 60.0);
    assertThat(measured.get(Metric.ACCEPT_ALL_COST)).isEqualTo(160 / 60.0);
    assertThat(measured.get(Metric.REFUSE_ALL_COST)).isEqualTo(44 / 60.0);
  }

  @Test
  void countsAClientAsOftenAsItsWeightSays() {
    ScoredClients clients = sixty();
    Random random = new Random(3);
    int[] weight = new int[clients.size()];
    StringBuilder chosen = new StringBuilder();
    for (int i = 0; i < weight.length; i++) {
      weight[i] = random.nextInt(3);
      chosen.append((i + " ").repeat(weight[i]));
    }
    int[] copies =
        Arrays.stream(chosen.toString().split(" ")).mapToInt(Integer::parseInt).toArray();
    ScoredClients repeated =
        new ScoredClients(
            copies,
            Arrays.stream(copies).map(i -> clients.target()[i]).toArray(),
            Arrays.stream(copies).map(i -> clients.fold()[i]).toArray(),
            Arrays.stream(copies).mapToDouble(i -> clients.margin()[i]).toArray());
    Map<Metric, Double> weighed = judged(clients).measuring(COSTS).apply(weight);
    judged(repeated)
        .measure(COSTS)
        .forEach(
            (metric, value) ->
                assertThat(weighed.get(metric)).as(metric.label()).isCloseTo(value, within(1e-12)));
  }

  @Test
  void putsEveryValueBetweenTheEndsOfItsIntervalAndDrawsTheSameTwice() {
    Bootstrap bootstrap = new Bootstrap(200, 11);
    Map<Metric, Estimate> estimates = bootstrap.estimate(judged(sixty()), COSTS);
    assertThat(estimates).containsOnlyKeys(Metric.values());
    estimates.forEach(
        (metric, estimate) ->
            assertThat(estimate.value())
                .as(metric.label())
                .isBetween(estimate.low(), estimate.high()));
    assertThat(bootstrap.estimate(judged(sixty()), COSTS)).isEqualTo(estimates);
    Estimate refusals = estimates.get(Metric.REFUSAL_RATE);
    // The binomial standard error of 16 in 60 is 0.057.
    assertThat(refusals.high() - refusals.low()).isBetween(0.15, 0.30);
  }

  @Test
  void comparesModelsOnClientsBothHeldOut() {
    Decisions all = judged(sixty());
    ScoredClients few =
        new ScoredClients(new int[] {4, 99, 1}, new int[] {0, 0, 1}, new int[3], new double[3]);
    Decisions some = Decisions.at(new Scores(few, new double[3]), 1);
    Decisions theirs = some.alongside(all);
    assertThat(theirs.scores().clients().client()).containsExactly(1, 4);
    Decisions ours = all.alongside(theirs);
    assertThat(ours.scores().clients().client()).containsExactly(1, 4);
    assertThat(ours.scores().clients().margin())
        .containsExactly(sixty().margin()[1], sixty().margin()[4]);
    assertThat(ours.refused()).containsExactly(all.refused()[1], all.refused()[4]);
  }

  @Test
  void findsTheCalibrationErrorAsTheMeanDistanceOverTenths() {
    double[] probability = new double[100];
    int[] target = new int[100];
    for (int i = 0; i < 100; i++) {
      probability[i] = (i / 10) / 10.0;
      target[i] = i % 10 < i / 10 ? 1 : 0;
    }
    assertThat(error(probability, target)).isCloseTo(0, within(1e-12));
    double[] shifted = Arrays.stream(probability).map(value -> value + 0.02).toArray();
    assertThat(error(shifted, target)).isCloseTo(0.02, within(1e-12));
  }

  private static double error(double[] probability, int[] target) {
    int[] none = new int[target.length];
    ScoredClients clients = new ScoredClients(none, target, none, probability);
    return Reliability.of(new Scores(clients, probability)).error();
  }
}
