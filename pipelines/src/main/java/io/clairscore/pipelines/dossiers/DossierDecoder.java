package io.clairscore.pipelines.dossiers;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.TableSchema;
import io.clairscore.pipelines.spark.RawSchemas;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Turns rows of the dossier table into dossiers in memory, straight from Spark's binary rows: no
 * cell is boxed. Not thread-safe; each task makes its own.
 */
public final class DossierDecoder {
  private final Map<CategoryColumn, Map<UTF8String, Integer>> codes = new HashMap<>();

  /** A decoder of rows with exactly the columns of {@link #schema()}. */
  public DossierDecoder() {
    for (Table table : Table.values()) {
      for (Column column : table.schema().columns()) {
        if (column instanceof CategoryColumn category) {
          Map<UTF8String, Integer> values = new HashMap<>();
          category.values().forEach(v -> values.put(UTF8String.fromString(v), category.code(v)));
          codes.put(category, values);
        }
      }
    }
  }

  /** Columns of the dossier table: the client, the application, one list per history table. */
  public static StructType schema() {
    StructType schema =
        new StructType()
            .add("SK_ID_CURR", DataTypes.IntegerType)
            .add("application", RawSchemas.of(Table.APPLICATION));
    for (Table table : Table.histories()) {
      schema = schema.add(table.schema().name(), DataTypes.createArrayType(RawSchemas.of(table)));
    }
    return schema;
  }

  /** The dossier in a row. */
  public Dossier dossier(InternalRow row) {
    Map<Table, Rows> tables = new EnumMap<>(Table.class);
    TableSchema application = Table.APPLICATION.schema();
    Rows own = new Rows(application, 1);
    fill(own, 0, row.getStruct(1, application.width()));
    tables.put(Table.APPLICATION, own);
    List<Table> histories = Table.histories();
    for (int i = 0; i < histories.size(); i++) {
      if (!row.isNullAt(i + 2)) {
        tables.put(histories.get(i), rows(histories.get(i).schema(), row.getArray(i + 2)));
      }
    }
    return new Dossier(tables);
  }

  private Rows rows(TableSchema schema, ArrayData list) {
    Rows rows = new Rows(schema, list.numElements());
    for (int i = 0; i < rows.size(); i++) {
      fill(rows, i, list.getStruct(i, schema.width()));
    }
    return rows;
  }

  private void fill(Rows rows, int at, SpecializedGetters cells) {
    List<Column> columns = rows.schema().columns();
    for (int i = 0; i < columns.size(); i++) {
      if (cells.isNullAt(i)) {
        continue;
      }
      if (columns.get(i) instanceof NumberColumn number) {
        rows.set(number, at, number.integer() ? cells.getInt(i) : cells.getDouble(i));
      } else if (columns.get(i) instanceof CategoryColumn category) {
        Integer code = codes.get(category).get(cells.getUTF8String(i));
        rows.set(category, at, code == null ? CategoryColumn.UNSEEN : code);
      }
    }
  }
}
