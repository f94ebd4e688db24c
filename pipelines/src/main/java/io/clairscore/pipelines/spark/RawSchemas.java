package io.clairscore.pipelines.spark;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of the credit domain as Spark schemas: every column nullable, in file order. */
public final class RawSchemas {

  private RawSchemas() {}

  /** Columns of a table: integer, double, or string for categories. */
  public static StructType of(Table table) {
    StructType schema = new StructType();
    for (Column column : table.schema().columns()) {
      schema = schema.add(column.name(), type(column));
    }
    return schema;
  }

  /** Columns of a published file, in its order: only one file of the applications has TARGET. */
  public static List<Column> columns(Table table, String file) {
    boolean labelled = file.equals(table.files().get(0));
    return table.schema().columns().stream()
        .filter(column -> labelled || column != Application.TARGET)
        .toList();
  }

  private static DataType type(Column column) {
    if (column instanceof NumberColumn number) {
      return number.integer() ? DataTypes.IntegerType : DataTypes.DoubleType;
    }
    return DataTypes.StringType;
  }
}
