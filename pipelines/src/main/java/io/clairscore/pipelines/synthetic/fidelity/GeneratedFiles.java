package io.clairscore.pipelines.synthetic.fidelity;

import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.NamedFiles;
import io.clairscore.pipelines.spark.RawSchemas;
import io.clairscore.pipelines.synthetic.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads generated files, whatever their format; every number is a double. */
final class GeneratedFiles {

  private GeneratedFiles() {}

  /** Rows by file name without extension. */
  static Map<String, Dataset<Row>> in(SparkSession spark, Path folder) {
    Map<String, Dataset<Row>> files = new LinkedHashMap<>();
    for (Table table : Table.values()) {
      for (String file : table.files()) {
        files.put(file, read(spark, folder, file, schema(table, file)));
      }
    }
    return files;
  }

  private static Dataset<Row> read(
      SparkSession spark, Path folder, String file, StructType schema) {
    for (Format format : Format.values()) {
      Path path = folder.resolve(file + "." + format.extension());
      if (!Files.exists(path)) {
        continue;
      }
      if (format != Format.PARQUET) {
        return NamedFiles.read(
            spark.read().schema(schema).option("header", true).option("escape", "\""), "csv", path);
      }
      org.apache.spark.sql.Column[] columns =
          java.util.Arrays.stream(schema.fields())
              .map(field -> functions.col(field.name()).cast(field.dataType()))
              .toArray(org.apache.spark.sql.Column[]::new);
      return NamedFiles.read(spark.read(), "parquet", path).select(columns);
    }
    throw FidelityErrors.notGenerated(folder, file);
  }

  private static StructType schema(Table table, String file) {
    StructType schema = new StructType();
    for (Column column : RawSchemas.columns(table, file)) {
      schema =
          schema.add(
              column.name(),
              column instanceof NumberColumn ? DataTypes.DoubleType : DataTypes.StringType);
    }
    return schema;
  }
}
