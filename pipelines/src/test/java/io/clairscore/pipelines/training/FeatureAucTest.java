package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.pipelines.SparkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class FeatureAucTest extends SparkTest {

  @Test
  void seesALeakInAValueItsOppositeAndItsAbsence() {
    List<Row> rows = new ArrayList<>();
    for (int client = 0; client < 40; client++) {
      int target = client % 4 == 0 ? 1 : 0;
      float noise = client * 7 % 5;
      float absent = target == 1 ? Float.NaN : noise;
      rows.add(
          RowFactory.create(
              client, target, (long) client, List.of(noise, (float) -target, absent, 1f)));
    }
    StructType schema =
        new StructType()
            .add("SK_ID_CURR", DataTypes.IntegerType)
            .add("TARGET", DataTypes.IntegerType)
            .add("inner_order", DataTypes.LongType)
            .add("features", DataTypes.createArrayType(DataTypes.FloatType));
    Map<String, Double> aucs =
        FeatureAuc.of(
            session().createDataFrame(rows, schema),
            List.of("noise", "opposite", "absent", "constant"));
    assertThat(aucs.get("noise")).isBetween(0.5, 0.65);
    assertThat(aucs.get("opposite")).isEqualTo(1);
    assertThat(aucs.get("absent")).isEqualTo(1);
    assertThat(aucs.get("constant")).isCloseTo(0.5, within(1e-12));
  }
}
