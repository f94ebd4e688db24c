package io.clairscore.pipelines.features;

import java.util.List;
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
}
