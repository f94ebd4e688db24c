package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.evaluation.ScoredClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class TrainingTableTest extends SparkTest {
  private final TrainingConf conf =
      SyntheticClients.configuration("training.folds=4", "training.holdOutShare=0.2").training();

  private Dataset<Row> labelled() {
    return session()
        .range(1, 2001)
        .selectExpr("CAST(id AS INT) SK_ID_CURR", "CAST(id % 13 = 0 AS INT) TARGET");
  }

  private Map<Integer, Row> byClient(Dataset<Row> rows) {
    Map<Integer, Row> byClient = new HashMap<>();
    rows.collectAsList().forEach(row -> byClient.put(row.getInt(0), row));
    return byClient;
  }

  @Test
  void givesEveryPartTheSameShareOfDefaults() {
    Map<Integer, int[]> parts = new HashMap<>();
    for (Row row : byClient(TrainingTable.divide(labelled(), conf)).values()) {
      parts.computeIfAbsent(row.getInt(2), fold -> new int[2])[row.getInt(1)]++;
    }
    // 153 defaults and 1,847 others: 31 and 369 kept apart, the rest dealt to four folds.
    assertThat(parts.get(ScoredClients.HOLD_OUT)).containsExactly(369, 31);
    assertThat(parts).hasSize(5);
    for (int fold = 0; fold < 4; fold++) {
      assertThat(parts.get(fold)[1]).isBetween(30, 31);
      assertThat(parts.get(fold)[0]).isBetween(369, 370);
    }
  }

  @Test
  void keepsEachClientWhereItIsHoweverTheTableIsStored() {
    Map<Integer, Row> once = byClient(TrainingTable.divide(labelled(), conf));
    Dataset<Row> shuffled = labelled().orderBy(functions.rand(5)).repartition(7);
    assertThat(byClient(TrainingTable.divide(shuffled, conf))).isEqualTo(once);
  }

  @Test
  void ordersTheEarlyStoppingRowsIndependentlyOfTheFolds() {
    List<Row> rows = TrainingTable.divide(labelled(), conf).collectAsList();
    double[] fold = rows.stream().mapToDouble(row -> row.getInt(2)).toArray();
    double[] order = rows.stream().mapToDouble(row -> row.getLong(3)).toArray();
    assertThat(new PearsonsCorrelation().correlation(fold, order)).isCloseTo(0, within(0.07));
  }
}
