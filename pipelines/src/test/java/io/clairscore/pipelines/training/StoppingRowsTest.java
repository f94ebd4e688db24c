package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.features.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class StoppingRowsTest extends SparkTest {
  private static final StructType SCHEMA =
      new StructType()
          .add(Columns.CLIENT, DataTypes.IntegerType)
          .add(Columns.TARGET, DataTypes.IntegerType)
          .add(Columns.INNER, DataTypes.LongType);

  private Dataset<Row> table(List<Row> rows) {
    return session().createDataFrame(rows, SCHEMA);
  }

  private List<Integer> stopping(List<Row> rows, double share) {
    Dataset<Row> table = table(rows);
    return table.filter(StoppingRows.of(table, share)).collectAsList().stream()
        .map(row -> row.getInt(0))
        .sorted()
        .toList();
  }

  @Test
  void areTheFirstOfEachClassAndOfEqualOnesThoseOfLowerNumber() {
    Random random = new Random(11);
    List<Row> rows = new ArrayList<>();
    for (int client = 1; client <= 200; client++) {
      long order = random.nextInt(9) - 4L;
      rows.add(RowFactory.create(client, random.nextInt(4) == 0 ? 1 : 0, order));
    }
    List<Integer> expected = new ArrayList<>();
    for (int target : new int[] {0, 1}) {
      List<Row> ofClass =
          rows.stream()
              .filter(row -> row.getInt(1) == target)
              .sorted(
                  Comparator.comparingLong((Row row) -> row.getLong(2))
                      .thenComparingInt(row -> row.getInt(0)))
              .toList();
      ofClass.subList(0, (int) (ofClass.size() * 0.3)).forEach(row -> expected.add(row.getInt(0)));
    }
    expected.sort(null);
    assertThat(stopping(rows, 0.3)).isEqualTo(expected);
  }

  @Test
  void noneOfAClassTooSmallForTheShare() {
    List<Row> rows = new ArrayList<>();
    for (int client = 1; client <= 10; client++) {
      rows.add(RowFactory.create(client, client == 1 ? 1 : 0, (long) client));
    }
    assertThat(stopping(rows, 0.25)).containsExactly(2, 3);
  }

  @Test
  void noneOfNoRows() {
    assertThat(stopping(List.of(), 0.1)).isEmpty();
  }
}
