package io.clairscore.pipelines.features;

import static org.apache.spark.sql.functions.udf;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/** Feature vectors between Spark's array column and plain arrays. */
public final class Vectors {
  private Vectors() {}

  /** The values of an array column of floats, none of them null. */
  public static float[] floats(List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }

  /** The same values as Spark hands them to a function. */
  public static float[] floats(Seq<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.apply(i);
    }
    return floats;
  }

  /** An array column as bytes: collected as boxed numbers it would take five times the room. */
  public static Column packed(Column features) {
    UDF1<Seq<Float>, byte[]> pack = Vectors::bytes;
    return udf(pack, DataTypes.BinaryType).apply(features);
  }

  private static byte[] bytes(Seq<Float> values) {
    ByteBuffer packed = ByteBuffer.allocate(Float.BYTES * values.size());
    packed.asFloatBuffer().put(floats(values));
    return packed.array();
  }

  /** The values of a packed column. */
  public static float[] unpacked(byte[] packed) {
    float[] floats = new float[packed.length / Float.BYTES];
    ByteBuffer.wrap(packed).asFloatBuffer().get(floats);
    return floats;
  }
}
