package io.clairscore.scorer.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * JSON as events keep it: UTF-8, deflated (zlib, RFC 1950). A whole application of 120 columns
 * takes about 1 KB of 3.
 */
public final class PackedJson {
  /** Far more than an application of every column takes. */
  private static final int MOST = 1 << 20;

  private PackedJson() {}

  /** Packs a document. */
  public static byte[] pack(byte[] utf8) {
    // A level of its own: the fastest, which takes a tenth more room than the best.
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream(utf8.length / 2 + 64);
      try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
        out.write(utf8);
      }
      return packed.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("Memory does not fail to be written", e);
    } finally {
      deflater.end();
    }
  }

  /**
   * The document.
   *
   * @throws IOException if the bytes are none that {@link #pack} made
   */
  public static String unpack(byte[] packed) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      byte[] utf8 = in.readNBytes(MOST + 1);
      if (utf8.length > MOST) {
        throw new IOException("a packed document has more than " + MOST + " bytes");
      }
      return new String(utf8, StandardCharsets.UTF_8);
    }
  }
}
