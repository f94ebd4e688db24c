package io.clairscore.scorer.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A vector as events keep it: 32-bit floats, little-endian, in the order of the model. */
public final class PackedVector {
  private PackedVector() {}

  /** Packs a vector; the bits of each number stay the same. */
  public static byte[] pack(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  /**
   * The vector.
   *
   * @throws IllegalArgumentException if the bytes are not whole numbers of four
   */
  public static float[] unpack(byte[] packed) {
    if (packed.length % Float.BYTES != 0) {
      throw new IllegalArgumentException(packed.length + " bytes are no vector of floats");
    }
    float[] vector = new float[packed.length / Float.BYTES];
    ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
