package io.clairscore.pipelines.dossiers;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Rows of the dossier table as Spark's own rows, for {@link DossierDecoder}. */
public final class DossierRows {
  private DossierRows() {}

  /**
   * The rows as the table's reader gives them, where nothing but a reader is planned: turned into
   * Spark's own rows first, each nested list would be copied once more.
   */
  public static JavaRDD<InternalRow> scanned(Dataset<Row> dossiers) {
    SparkPlan plan = dossiers.queryExecution().executedPlan();
    if (plan instanceof WholeStageCodegenExec stage
        && stage.child() instanceof ColumnarToRowExec rows
        && rows.child() instanceof InputAdapter reader
        && reader.child().supportsColumnar()) {
      return reader.child().executeColumnar().toJavaRDD().flatMap(ColumnarBatch::rowIterator);
    }
    return dossiers.queryExecution().toRdd().toJavaRDD();
  }
}
