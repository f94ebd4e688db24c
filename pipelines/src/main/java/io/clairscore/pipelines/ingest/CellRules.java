package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.csv.Fields;
import io.clairscore.pipelines.spark.RawSchemas;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;

/**
 * The rules of ingest for the cells of a row, for whoever reads a file without loading it. Not
 * thread-safe.
 */
public final class CellRules {
  private final RowParser parser;
  private final SpecificInternalRow row;

  private CellRules(RowParser parser, SpecificInternalRow row) {
    this.parser = parser;
    this.row = row;
  }

  /**
   * The rules of a table.
   *
   * @param columns of the table that a row has, all or some of them, in its order
   */
  public static CellRules of(Table table, List<String> columns) {
    Map<String, Column> byName = table.schema().byName();
    int[] order = columns.stream().mapToInt(name -> byName.get(name).position()).toArray();
    return new CellRules(
        new RowParser(table.schema(), order, false), new SpecificInternalRow(RawSchemas.of(table)));
  }

  /** The first rule that a row breaks, in the words of the quarantine; null if it breaks none. */
  public String broken(Fields fields) {
    Defect defect = parser.parse(fields, row);
    return defect == null ? null : defect.words();
  }
}
