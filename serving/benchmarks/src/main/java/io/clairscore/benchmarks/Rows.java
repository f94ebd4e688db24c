package io.clairscore.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rows of little-endian floats in a file, NaN where a value is missing: what NumPy writes. */
final class Rows {
  private Rows() {}

  static float[][] read(Path file, int columns) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long bytes = channel.size();
      long rowBytes = (long) columns * Float.BYTES;
      if (bytes == 0 || bytes % rowBytes != 0) {
        throw new IOException(
            "%s has %d bytes, which is no number of rows of %d floats"
                .formatted(file, bytes, columns));
      }
      float[][] rows = new float[Math.toIntExact(bytes / rowBytes)][columns];
      for (int row = 0; row < rows.length; row++) {
        ByteBuffer mapped = channel.map(MapMode.READ_ONLY, row * rowBytes, rowBytes);
        mapped.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(rows[row]);
      }
      return rows;
    }
  }

  static void write(Path file, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(FloatBuffer.wrap(values));
    Files.write(file, bytes.array());
  }
}
