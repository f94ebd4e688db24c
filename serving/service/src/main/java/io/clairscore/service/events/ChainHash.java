package io.clairscore.service.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 over the hash before, number, moment, table and every cell of an event. What is hashed
 * can be read in one way only: each part has its kind and its length before it.
 *
 * <p>Not shared between threads.
 */
final class ChainHash {
  /** Bytes of a hash. */
  static final int LENGTH = 32;

  private static final byte NULL = 0;
  private static final byte TEXT = 1;
  private static final byte WHOLE = 2;
  private static final byte REAL = 3;
  private static final byte BYTES = 4;
  private static final int PREFIX = 1 + Integer.BYTES;

  private final MessageDigest sha256;
  private ByteBuffer buffer = ByteBuffer.allocate(8192);

  ChainHash() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The link that an event makes behind another. */
  ChainLink next(ChainLink before, long moment, EventRow row) {
    buffer.clear();
    bytes(before.hash());
    whole(before.number() + 1);
    whole(moment);
    text(row.table().name());
    for (Object cell : row.cells()) {
      cell(cell);
    }
    sha256.update(buffer.array(), 0, buffer.position());
    return new ChainLink(before.number() + 1, moment, sha256.digest());
  }

  private void cell(Object cell) {
    if (cell == null) {
      room(1).put(NULL);
    } else if (cell instanceof String text) {
      text(text);
    } else if (cell instanceof Long whole) {
      whole(whole);
    } else if (cell instanceof Double real) {
      room(1 + Double.BYTES).put(REAL).putDouble(real);
    } else {
      bytes((byte[]) cell);
    }
  }

  private void text(String text) {
    part(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte[] bytes) {
    part(BYTES, bytes);
  }

  private void part(byte kind, byte[] bytes) {
    room(PREFIX + bytes.length).put(kind).putInt(bytes.length).put(bytes);
  }

  private void whole(long whole) {
    room(1 + Long.BYTES).put(WHOLE).putLong(whole);
  }

  private ByteBuffer room(int more) {
    if (buffer.remaining() < more) {
      buffer =
          ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + more))
              .put(buffer.flip());
    }
    return buffer;
  }
}
