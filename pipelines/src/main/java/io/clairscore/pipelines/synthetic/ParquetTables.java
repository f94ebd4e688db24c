package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.NamedFiles;
import io.clairscore.pipelines.spark.RawSchemas;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Writes generated tables as Parquet, for benchmarks: each table generates its own rows. */
final class ParquetTables {
  private final SparkSession spark;
  private final Population population;
  private final int clientsPerTask;

  ParquetTables(SparkSession spark, Population population, int clientsPerTask) {
    this.spark = spark;
    this.population = population;
    this.clientsPerTask = clientsPerTask;
  }

  /** Writes the rows of one file and returns their number. */
  long write(Table table, String file, Path path) {
    boolean labelled = file.equals(table.files().get(0));
    boolean application = table == Table.APPLICATION;
    JavaRDD<Row> rows =
        Slice.distributed(spark, population, clientsPerTask)
            .flatMap(slice -> rows(slice, table, application, labelled));
    Dataset<Row> written = spark.createDataFrame(rows, RawSchemas.of(table));
    if (!labelled) {
      written = written.drop(Application.TARGET.name());
    }
    written.write().parquet(path.toString());
    return NamedFiles.read(spark.read(), "parquet", path).count();
  }

  static Iterator<Row> rows(Slice slice, Table table, boolean application, boolean labelled) {
    Clients clients = new Clients(slice.population());
    return IntStream.range(slice.from(), slice.to())
        .filter(client -> !application || slice.population().isLabelled(client) == labelled)
        .mapToObj(client -> clients.rows(client, table))
        .flatMap(rows -> IntStream.range(0, rows.size()).mapToObj(i -> row(table, rows.row(i))))
        .iterator();
  }

  private static Row row(Table table, double[] cells) {
    Object[] values = new Object[cells.length];
    for (Column column : table.schema().columns()) {
      values[column.position()] = value(column, cells[column.position()]);
    }
    return RowFactory.create(values);
  }

  private static Object value(Column column, double cell) {
    if (column instanceof CategoryColumn category) {
      return TableRows.value(category, cell);
    }
    if (Double.isNaN(cell)) {
      return null;
    }
    if (((NumberColumn) column).integer()) {
      return (int) cell;
    }
    return cell;
  }
}
