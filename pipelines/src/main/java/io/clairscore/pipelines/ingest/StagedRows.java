package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.RawSchemas;
import java.io.Serializable;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows while they are being staged: the columns of the table, then where each row was read.
 *
 * @param table the table
 */
record StagedRows(Table table) implements Serializable {
  /** Position of the row's file among the files of its table. */
  static final String FILE = "_file";

  /** Line of the row in its file, from 1, the header included. */
  static final String LINE = "_line";

  /** Text of the row, if its key was asked for. */
  static final String TEXT = "_text";

  StructType schema() {
    return RawSchemas.of(table)
        .add(FILE, DataTypes.IntegerType)
        .add(LINE, DataTypes.LongType)
        .add(TEXT, DataTypes.StringType);
  }
}
