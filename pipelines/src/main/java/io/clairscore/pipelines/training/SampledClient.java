package io.clairscore.pipelines.training;

import io.clairscore.pipelines.features.Columns;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.collection.Seq;

/**
 * A training client in memory.
 *
 * @param id SK_ID_CURR
 * @param vector feature vector
 */
record SampledClient(int id, float[] vector) {

  /** The first so many clients in the pseudo-random order of the training table. */
  static List<SampledClient> first(int most, Dataset<Row> training) {
    return training
        .select(Columns.CLIENT, Columns.INNER, Columns.FEATURES)
        .orderBy(Columns.INNER, Columns.CLIENT)
        .limit(most)
        .select(Columns.CLIENT, Columns.FEATURES)
        // As bytes: a row of boxed floats is five times as large.
        .map((MapFunction<Row, byte[]>) SampledClient::bytes, Encoders.BINARY())
        .collectAsList()
        .stream()
        .map(SampledClient::of)
        .toList();
  }

  private static byte[] bytes(Row row) {
    Seq<Float> vector = row.getSeq(1);
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Float.BYTES * vector.size());
    bytes.putInt(row.getInt(0));
    for (int i = 0; i < vector.size(); i++) {
      bytes.putFloat(vector.apply(i));
    }
    return bytes.array();
  }

  private static SampledClient of(byte[] bytes) {
    ByteBuffer read = ByteBuffer.wrap(bytes);
    int id = read.getInt();
    float[] vector = new float[read.remaining() / Float.BYTES];
    read.asFloatBuffer().get(vector);
    return new SampledClient(id, vector);
  }
}
