package io.clairscore.features.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal, as {@code sha256sum} writes it. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  public static String of(byte[] content) {
    return new Sha256().add(content).hex();
  }

  /** The sum of all that a stream holds; closes it. */
  public static String of(InputStream content) throws IOException {
    Sha256 sum = new Sha256();
    try (content) {
      new DigestInputStream(content, sum.digest).transferTo(OutputStream.nullOutputStream());
    }
    return sum.hex();
  }

  /** Adds what follows in the content. */
  public Sha256 add(byte[] part) {
    digest.update(part);
    return this;
  }

  /** The sum of everything added, which is then forgotten. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
