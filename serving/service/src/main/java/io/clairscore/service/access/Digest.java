package io.clairscore.service.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of a secret of 256 random bits: what is kept of it, and by what it is found. So random a
 * secret needs no salt and no slow hash.
 */
record Digest(long first, long second, long third, long fourth) {

  static Digest of(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      ByteBuffer words = ByteBuffer.wrap(hash);
      return new Digest(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** 32 bytes, as they stand in the database. */
  byte[] bytes() {
    return ByteBuffer.allocate(4 * Long.BYTES)
        .putLong(first)
        .putLong(second)
        .putLong(third)
        .putLong(fourth)
        .array();
  }

  /** Random as it is: any of its words spreads over a table. */
  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  /** Nothing of it belongs in a log. */
  @Override
  public String toString() {
    return "digest";
  }
}
