package io.clairscore.pipelines.study.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.Balance;
import io.clairscore.pipelines.training.Predictor;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.XgboostLearner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreatmentTest extends SparkTest {
  private final Configuration conf = SyntheticClients.configuration();
  private Dataset<Row> rows;
  private ClassCounts counts;

  @BeforeEach
  void prepare() {
    Dataset<Row> table = SyntheticClients.table(session(), 900, 0, 2, 1);
    rows =
        table
            .select(
                functions.col(Columns.CLIENT),
                functions.col(Columns.TARGET),
                functions.xxhash64(functions.col(Columns.CLIENT)).as(Columns.INNER),
                functions
                    .array(
                        functions.coalesce(functions.col("F0"), functions.lit(Float.NaN)),
                        functions.coalesce(functions.col("F1"), functions.lit(Float.NaN)))
                    .as(Columns.FEATURES))
            .cache();
    counts = ClassCounts.of(rows);
  }

  private Balance balance(Treatment treatment) {
    return treatment.balance(conf.study().imbalance(), 3);
  }

  private XgboostLearner learner(Balance balance) {
    return new XgboostLearner(conf.training(), conf.training().xgboost().first(), balance);
  }

  private static Set<Integer> clients(Dataset<Row> rows) {
    Set<Integer> clients = new HashSet<>();
    rows.select(Columns.CLIENT).collectAsList().forEach(row -> clients.add(row.getInt(0)));
    return clients;
  }

  @Test
  void leavesRowsAloneOrWeighsTheDefaults() {
    assertThat(clients(balance(Treatment.NONE).balanced(rows))).isEqualTo(clients(rows));
    assertThat(balance(Treatment.NONE).defaultWeight(rows)).isEqualTo(1);
    assertThat(clients(balance(Treatment.CLASS_WEIGHTS).balanced(rows))).isEqualTo(clients(rows));
    assertThat(balance(Treatment.CLASS_WEIGHTS).defaultWeight(rows))
        .isCloseTo((double) counts.good() / counts.bad(), within(1e-12));
  }

  @Test
  void keepsEveryDefaultAndAsManyGoodClients() {
    Dataset<Row> kept = balance(Treatment.UNDERSAMPLING).balanced(rows);
    ClassCounts after = ClassCounts.of(kept);
    assertThat(after.bad()).isEqualTo(counts.bad());
    assertThat((double) after.good()).isCloseTo(counts.bad(), within(0.2 * counts.bad()));
    assertThat(clients(kept.repartition(5))).isEqualTo(clients(kept));
    assertThat(clients(rows)).containsAll(clients(kept));
  }

  @Test
  void addsDefaultsUntilThereAreAsManyAsGoodClients() {
    Dataset<Row> more = balance(Treatment.SMOTE).balanced(rows);
    ClassCounts after = ClassCounts.of(more);
    assertThat(after.good()).isEqualTo(counts.good());
    assertThat(after.bad()).isEqualTo(counts.good());
    assertThat(clients(more)).hasSize((int) more.count()).containsAll(clients(rows));
    Dataset<Row> made = more.filter(functions.col(Columns.CLIENT).lt(0));
    assertThat(made.select(Columns.TARGET).distinct().collectAsList())
        .extracting(row -> row.getInt(0))
        .containsExactly(1);
  }

  @Test
  void neverShowsABalanceTheRowsThatStopTheFit() {
    Set<Integer> seen = new HashSet<>();
    Balance spying =
        new Balance() {
          @Override
          public Dataset<Row> balanced(Dataset<Row> learning) {
            seen.addAll(clients(learning));
            return learning;
          }

          @Override
          public double defaultWeight(Dataset<Row> learning) {
            return 2;
          }

          @Override
          public boolean stopsByAuc() {
            return true;
          }
        };
    learner(spying).fit(rows);
    List<Row> all = rows.collectAsList();
    double stopping = conf.training().xgboost().earlyStoppingShare();
    long kept = (long) (counts.good() * stopping) + (long) (counts.bad() * stopping);
    assertThat(seen).hasSize(all.size() - (int) kept);
  }

  @Test
  void raisesEveryMarginByTheWeightOfTheDefaults() {
    Predictor plain = learner(balance(Treatment.NONE)).fit(rows).predictor();
    Predictor weighted = learner(balance(Treatment.CLASS_WEIGHTS)).fit(rows).predictor();
    ClientMatrix clients = ClientMatrix.collect(rows, 2000);
    double shift = 0;
    for (float[] client : clients.rows()) {
      shift += (weighted.margin(client) - plain.margin(client)) / clients.size();
    }
    // Fully learned, the log-odds rise by the logarithm of the weight.
    assertThat(shift).isBetween(0.5, 1.3 * Math.log(counts.goodsPerDefault()));
  }
}
