package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.NumberColumn;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * The primary keys of some rows, as a compressed bitmap, and those met more than once. The columns
 * of a key are whole numbers of a known range, so a key is one number in mixed radix; the 27
 * million keys of bureau_balance take some 30 MB. This finds repeated keys without a sort.
 */
final class KeySet implements Serializable {
  private final int[] positions;
  private final long[] lowest;
  private final long[] radix;
  private final Roaring64NavigableMap seen = new Roaring64NavigableMap();
  private final Roaring64NavigableMap repeated = new Roaring64NavigableMap();

  KeySet(List<NumberColumn> key) {
    positions = key.stream().mapToInt(NumberColumn::position).toArray();
    lowest = key.stream().mapToLong(column -> (long) column.min()).toArray();
    radix = key.stream().mapToLong(column -> (long) (column.max() - column.min()) + 1).toArray();
  }

  /** The key of a row as one number. */
  long key(InternalRow row) {
    long key = 0;
    for (int i = 0; i < positions.length; i++) {
      key = key * radix[i] + (row.getInt(positions[i]) - lowest[i]);
    }
    return key;
  }

  void add(InternalRow row) {
    long key = key(row);
    if (seen.contains(key)) {
      repeated.addLong(key);
    } else {
      seen.addLong(key);
    }
  }

  /** Adds the keys of other rows of the table. */
  void addAll(KeySet others) {
    Roaring64NavigableMap both = new Roaring64NavigableMap();
    both.or(others.seen);
    both.and(seen);
    repeated.or(both);
    repeated.or(others.repeated);
    seen.or(others.seen);
  }

  /** Makes the set as small as its keys allow. */
  void compress() {
    seen.runOptimize();
  }

  /** Keys met more than once. */
  Roaring64NavigableMap repeated() {
    return repeated;
  }
}
