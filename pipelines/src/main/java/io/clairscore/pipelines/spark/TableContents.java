package io.clairscore.pipelines.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a table holds, whatever the order and the files of its rows: two tables with the same
 * columns and the same multiset of rows have equal contents.
 *
 * @param rows number of rows
 * @param hash sum, modulo 2^64, of the rows' 64-bit hashes
 */
public record TableContents(long rows, long hash) {

  public static TableContents of(Dataset<Row> table) {
    Column[] columns =
        Arrays.stream(table.columns())
            .sorted()
            .map(name -> table.col("`" + name + "`"))
            .toArray(Column[]::new);
    // Halves are summed apart: a sum of whole 64-bit hashes would overflow where that is an error.
    Column hash = xxhash64(columns);
    Column low = hash.bitwiseAND(lit(0xFFFFFFFFL));
    Column high = org.apache.spark.sql.functions.shiftright(hash, 32).cast(DataTypes.LongType);
    Row totals =
        table
            .select(low.as("low"), high.as("high"))
            .agg(count(lit(1)), coalesce(sum("low"), lit(0L)), coalesce(sum("high"), lit(0L)))
            .head();
    return new TableContents(
        totals.getLong(0), totals.getLong(1) + (totals.getLong(2) << Integer.SIZE));
  }

  @Override
  public String toString() {
    return String.format("%d rows %016x", rows, hash);
  }
}
