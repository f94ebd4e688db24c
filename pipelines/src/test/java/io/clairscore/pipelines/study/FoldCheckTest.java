package io.clairscore.pipelines.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainingTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldCheckTest extends SparkTest {
  private static final int FOLDS = 3;

  private final TrainingConf conf =
      SyntheticClients.configuration("training.folds=" + FOLDS).training();
  private Dataset<Row> all;

  @BeforeEach
  void divide() {
    Dataset<Row> table = SyntheticClients.table(session(), 600, 0, 2, 1);
    all =
        TrainingTable.divide(table, conf)
            .join(table.drop(Columns.TARGET), Columns.CLIENT)
            .withColumn(
                Columns.FEATURES,
                functions.expr("array(float(SK_ID_CURR), coalesce(F0, float('NaN')))"))
            .select(Columns.CLIENT, Columns.TARGET, Columns.FOLD, Columns.INNER, Columns.FEATURES)
            .cache();
  }

  @Test
  void passesTheFoldsOfTheTraining() {
    FoldCheck check = FoldCheck.of(all, FOLDS);
    assertThat(check.clients()).isEqualTo(600);
    assertThat(check.twins()).isZero();
    assertThat(check.shareOfDefaults()).containsOnlyKeys(-1, 0, 1, 2);
  }

  @Test
  void countsClientsWithTheVectorOfAnotherFold() {
    Dataset<Row> same =
        all.withColumn(Columns.FEATURES, functions.expr("array(float(1), float('NaN'))"));
    assertThat(FoldCheck.of(same, FOLDS).twins()).isEqualTo(600);
  }

  @Test
  void refusesAClientInTwoFoldsAMissingFoldAndUnequalShares() {
    assertThatThrownBy(() -> FoldCheck.of(all.union(all.limit(1)), FOLDS))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("more than once");
    assertThatThrownBy(() -> FoldCheck.of(all, FOLDS + 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Nobody is in fold 3");
    Dataset<Row> unequal = all.withColumn(Columns.FOLD, functions.expr("TARGET * 2 - 1"));
    assertThatThrownBy(() -> FoldCheck.of(unequal, FOLDS))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("share of defaults");
  }

  @Test
  void shufflesOutcomesWithinFoldsOnly() {
    Dataset<Row> training = all.filter("fold >= 0");
    Dataset<Row> shuffled = ShuffledLabels.of(training, FOLDS, 5);
    String counts = "sum(TARGET)";
    assertThat(
            shuffled.groupBy(Columns.FOLD).agg(functions.expr(counts)).sort("fold").collectAsList())
        .isEqualTo(
            training
                .groupBy(Columns.FOLD)
                .agg(functions.expr(counts))
                .sort("fold")
                .collectAsList());
    long moved =
        shuffled
            .join(training.withColumnRenamed("TARGET", "before"), Columns.CLIENT)
            .filter("TARGET <> before")
            .count();
    assertThat(moved).isPositive();
    assertThat(shuffled.count()).isEqualTo(training.count());
  }
}
