package io.clairscore.pipelines.synthetic;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.BureauBalance;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.RawSchemas;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of generated clients without any file: they are generated where they are read, each time
 * they are, and are those that the files of the same population hold.
 */
public final class GeneratedRows {
  private static final int CLIENTS_PER_TASK = 1000;

  private final SparkSession spark;
  private final Population population;

  public GeneratedRows(SparkSession spark, Population population) {
    this.spark = spark;
    this.population = population;
  }

  /** The applications of the labelled clients, with all columns of the table. */
  public Dataset<Row> applications() {
    return spark.createDataFrame(
        slices().flatMap(slice -> ParquetTables.rows(slice, Table.APPLICATION, true, true)),
        RawSchemas.of(Table.APPLICATION));
  }

  /** SK_ID_CURR of the labelled clients, then one float per feature, null where it is missing. */
  public Dataset<Row> features() {
    StructType schema = new StructType().add("SK_ID_CURR", DataTypes.IntegerType);
    for (String name : Catalogue.core().names()) {
      schema = schema.add(name, DataTypes.FloatType);
    }
    return spark.createDataFrame(slices().flatMap(GeneratedRows::features), schema);
  }

  /**
   * Clients of a population as dossiers.
   *
   * @param from number of the first client, counted from 0
   * @param to number after the last
   */
  public static Stream<Dossier> dossiers(Population population, int from, int to) {
    Clients clients = new Clients(population);
    return IntStream.range(from, to).mapToObj(client -> dossier(clients.rows(client)));
  }

  private JavaRDD<Slice> slices() {
    return Slice.distributed(spark, population, CLIENTS_PER_TASK);
  }

  /** The feature rows of a slice. */
  static Iterator<Row> features(Slice slice) {
    Clients clients = new Clients(slice.population());
    FeatureEngine engine = new FeatureEngine(Catalogue.core());
    return IntStream.range(slice.from(), slice.to())
        .filter(slice.population()::isLabelled)
        .mapToObj(client -> row(engine, dossier(clients.rows(client))))
        .iterator();
  }

  private static Row row(FeatureEngine engine, Dossier dossier) {
    float[] vector = engine.compute(dossier);
    Object[] cells = new Object[vector.length + 1];
    cells[0] = (int) dossier.application().number(Application.SK_ID_CURR, 0);
    for (int i = 0; i < vector.length; i++) {
      cells[i + 1] = Float.isNaN(vector[i]) ? null : vector[i];
    }
    return RowFactory.create(cells);
  }

  /** The dossier of a client's generated rows. */
  static Dossier dossier(Map<Table, TableRows> generated) {
    Set<Double> credits = new HashSet<>();
    for (double[] credit : cells(generated.get(Table.BUREAU))) {
      credits.add(credit[Bureau.SK_ID_BUREAU.position()]);
    }
    Map<Table, Rows> tables = new EnumMap<>(Table.class);
    generated.forEach(
        (table, rows) -> {
          List<double[]> all = cells(rows);
          if (table == Table.BUREAU_BALANCE) {
            // A balance names its credit only: without it, nobody knows whose it is.
            all.removeIf(row -> !credits.contains(row[BureauBalance.SK_ID_BUREAU.position()]));
          }
          tables.put(table, rows(table, all));
        });
    return new Dossier(tables);
  }

  private static List<double[]> cells(TableRows rows) {
    List<double[]> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      cells.add(rows.row(i));
    }
    return cells;
  }

  private static Rows rows(Table table, List<double[]> generated) {
    Rows rows = new Rows(table.schema(), generated.size());
    for (int i = 0; i < generated.size(); i++) {
      double[] cells = generated.get(i);
      for (Column column : table.schema().columns()) {
        double cell = cells[column.position()];
        if (column instanceof NumberColumn number) {
          rows.set(number, i, cell);
        } else if (cell >= 0) {
          rows.set((CategoryColumn) column, i, (int) cell);
        }
      }
    }
    return rows;
  }
}
