package io.clairscore.pipelines.features;

import java.util.List;

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
}
