package io.clairscore.pipelines.study.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.evaluation.RankedScores;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.Balance;
import io.clairscore.pipelines.training.Learned;
import io.clairscore.pipelines.training.Learner;
import io.clairscore.pipelines.training.LearnerEstimator;
import io.clairscore.pipelines.training.LearnerModel;
import io.clairscore.pipelines.training.Predictor;
import io.clairscore.pipelines.training.SubsetLearner;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.XgboostLearner;
import io.clairscore.scorer.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LearnersTest extends SparkTest {
  private static final int CLIENTS = 800;
  private static final int FEATURES = 6;
  private static final int SAMPLED = 10_000;

  private final Configuration conf = SyntheticClients.configuration();
  private Dataset<Row> rows;
  private ClientMatrix clients;

  /** Five features, and one that nobody knows. */
  @BeforeEach
  void prepare() {
    Dataset<Row> table = SyntheticClients.table(session(), CLIENTS, 0, FEATURES - 1, 1);
    var features =
        IntStream.range(0, FEATURES)
            .mapToObj(
                i ->
                    i == FEATURES - 1
                        ? functions.lit(Float.NaN)
                        : functions.coalesce(functions.col("F" + i), functions.lit(Float.NaN)))
            .toArray(Column[]::new);
    rows =
        table
            .select(
                functions.col(Columns.CLIENT),
                functions.col(Columns.TARGET),
                functions.xxhash64(functions.col(Columns.CLIENT)).as(Columns.INNER),
                functions.array(features).as(Columns.FEATURES))
            .cache();
    clients = ClientMatrix.collect(rows, SAMPLED);
  }

  private double auc(Predictor predictor) {
    double[] margin = Arrays.stream(clients.rows()).mapToDouble(predictor::margin).toArray();
    int[] once = new int[margin.length];
    Arrays.fill(once, 1);
    return new RankedScores(margin, clients.target()).auc(once);
  }

  @Test
  void collectsTheFirstClientsInTheirPseudoRandomOrder() {
    ClientMatrix some = ClientMatrix.collect(rows, 50);
    List<Integer> first =
        rows.orderBy(Columns.INNER).limit(50).collectAsList().stream()
            .map(row -> row.getInt(0))
            .sorted()
            .toList();
    assertThat(Arrays.stream(some.client()).boxed().toList()).isEqualTo(first);
    assertThat(clients.size()).isEqualTo(CLIENTS);
  }

  @Test
  void coefficientsShrinkAlongThePenalty() {
    var settings = SyntheticClients.configuration("study.logistic.path=[10, 0.001, 0.05]").study();
    List<String> names = IntStream.range(0, FEATURES).mapToObj(i -> "F" + i).toList();
    CoefficientPath path = CoefficientPath.of(rows, names, settings.logistic(), SAMPLED);
    assertThat(path.penalties()).containsExactly(0.001, 0.05, 10.0);
    double[] norms = new double[3];
    for (CoefficientPath.Coefficients line : path.coefficients()) {
      for (int i = 0; i < norms.length; i++) {
        norms[i] += line.values().get(i) * line.values().get(i);
      }
    }
    assertThat(norms[0]).isGreaterThan(1.2 * norms[1]);
    assertThat(norms[1]).isGreaterThan(100 * norms[2]);
    // The outcome follows the first feature; nobody knows the last one.
    assertThat(path.coefficients().get(0).feature()).isIn("F0", "F1", "F2");
    assertThat(path.coefficients())
        .extracting(CoefficientPath.Coefficients::feature)
        .doesNotContain("F5");
  }

  @Test
  void stopsTheLogisticRegressionWhereNoCoefficientCanImprove() {
    double penalty = 0.05;
    var settings = SyntheticClients.configuration("study.logistic.iterations=500").study();
    Learned learned =
        new LogisticLearner(settings.logistic(), penalty, SAMPLED, Balance.AS_IT_IS).fit(rows);
    Preparation preparation = LogisticLearner.prepare(rows, SAMPLED, FEATURES);
    double intercept = learned.predictor().margin(origin(preparation));
    assertThat(preparation.width()).isGreaterThanOrEqualTo(FEATURES - 1);
    double slope = 0;
    for (int i = 0; i < clients.size(); i++) {
      double margin = learned.predictor().margin(clients.rows()[i]);
      slope += 1 / (1 + Math.exp(-margin)) - clients.target()[i];
    }
    // The intercept has no penalty: at the optimum the residuals cancel.
    assertThat(slope / clients.size()).isCloseTo(0, within(1e-4));
    assertThat(intercept).isNegative();
    assertThat(auc(learned.predictor())).isGreaterThan(0.75);
  }

  private static float[] origin(Preparation preparation) {
    float[] unknown = new float[FEATURES];
    Arrays.fill(unknown, Float.NaN);
    assertThat(preparation.apply(unknown)).doesNotContain(Double.NaN);
    return unknown;
  }

  @Test
  void writesAScorecardWhosePointsAddUpToTheScore() {
    ScorecardLearner learner = new ScorecardLearner(conf.study().scorecard(), SAMPLED);
    Scorecard card = (Scorecard) learner.fit(rows).predictor();
    assertThat(card.lines()).hasSizeBetween(2, FEATURES);
    assertThat(Arrays.stream(card.coefficients()).max().orElseThrow()).isNegative();
    assertThat(auc(card)).isGreaterThan(0.7);
    for (float[] client : clients.rows()) {
      double points = 0;
      double margin = card.intercept();
      for (int line = 0; line < card.lines().size(); line++) {
        WeightsOfEvidence evidence = card.lines().get(line);
        double weight = evidence.of(client[evidence.feature()]);
        margin += card.coefficients()[line] * weight;
        int bin = indexOf(evidence.weight(), weight);
        points += card.points(line, bin, Points.DEFAULT);
      }
      assertThat(card.margin(client)).isCloseTo(margin, within(1e-12));
      assertThat(points).isCloseTo(Points.DEFAULT.exact(margin), within(1e-9));
    }
    List<String> names = List.of("A", "B", "C", "D", "E", "F");
    assertThat(card.csv(names, Points.DEFAULT).get(1).split(",", -1)).hasSize(8);
  }

  private static int indexOf(double[] values, double value) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == value) {
        return i;
      }
    }
    throw new AssertionError(value + " is no weight");
  }

  @Test
  void choosesNoFeatureOfTheCardTwice() {
    List<WeightsOfEvidence> chosen =
        new ScorecardLearner(conf.study().scorecard(), SAMPLED).choice(twice());
    assertThat(chosen).extracting(WeightsOfEvidence::feature).allMatch(f -> f < FEATURES);
  }

  /** The same features once more behind themselves. */
  private ClientMatrix twice() {
    float[][] wide =
        Arrays.stream(clients.rows())
            .map(
                row -> {
                  float[] copy = Arrays.copyOf(row, 2 * FEATURES);
                  System.arraycopy(row, 0, copy, FEATURES, FEATURES);
                  return copy;
                })
            .toArray(float[][]::new);
    return new ClientMatrix(clients.client(), clients.target(), wide);
  }

  @Test
  void learnsWithEveryAlgorithmThroughSparksEstimator() {
    var settings =
        SyntheticClients.configuration(
                "study.forest.trees=10", "study.boostedTrees.trees=5", "study.forest.depths=[4]")
            .study();
    List<Learner> grid = new ArrayList<>();
    grid.add(SparkTreesLearner.forest(settings.forest(), 4, SAMPLED, 1));
    grid.add(SparkTreesLearner.boosted(settings.boostedTrees(), 3, SAMPLED, 1));
    XgboostLearner boosting =
        new XgboostLearner(conf.training(), conf.training().xgboost().first());
    grid.add(boosting);
    grid.add(new SubsetLearner(new int[] {1, 2, 4}, boosting));
    LearnerEstimator estimator = new LearnerEstimator(grid, (learner, learned) -> {});
    for (var point : estimator.points()) {
      LearnerModel model = estimator.copy(point).fit(rows);
      List<Row> scored = model.transform(rows).collectAsList();
      for (Row row : scored.subList(0, 20)) {
        double margin = row.getAs(Columns.MARGIN);
        assertThat(row.<Double>getAs(Columns.PROBABILITY))
            .isCloseTo(1 / (1 + Math.exp(-margin)), within(1e-12));
      }
      assertThat(auc(model.learned().predictor())).as(point.toString()).isGreaterThan(0.7);
    }
    assertThat(auc(estimator.copy(estimator.points()[3]).fit(rows).learned().predictor()))
        .isLessThan(auc(estimator.copy(estimator.points()[2]).fit(rows).learned().predictor()));
  }

  @Test
  void decidesWithoutKnowledge() {
    Predictor random = Dummy.RANDOM_BY_PREVALENCE.fit(rows).predictor();
    double share = Arrays.stream(clients.target()).average().orElseThrow();
    double refused =
        Arrays.stream(clients.rows()).filter(row -> random.margin(row) >= Dummy.THRESHOLD).count();
    assertThat(refused / CLIENTS).isCloseTo(share, within(0.05));
    assertThat(auc(random)).isBetween(0.42, 0.58);
    assertThat(Dummy.ACCEPT_ALL.fit(rows).predictor().margin(clients.rows()[0])).isNegative();
    assertThat(Dummy.REFUSE_ALL.fit(rows).predictor().margin(clients.rows()[0])).isPositive();
  }
}
