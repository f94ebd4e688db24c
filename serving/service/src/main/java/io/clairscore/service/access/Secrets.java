package io.clairscore.service.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes what nobody can guess. */
final class Secrets {
  /** Begins every token, so that one that leaked is found by searching for it. */
  static final String TOKEN_PREFIX = "cs_";

  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 8;

  /** Letters and digits that are not taken for each other when they are read aloud or copied. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP = 5;

  private final SecureRandom random = new SecureRandom();

  /** A token of 256 random bits. */
  String token() {
    return TOKEN_PREFIX + bits();
  }

  /** The value of a cookie, 256 random bits. */
  String session() {
    return bits();
  }

  /** A name for a row that says nothing and is never used again. */
  String id(String prefix) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return prefix + HexFormat.of().formatHex(bytes);
  }

  /** A password of 123 random bits that a person types once. */
  String password() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      password.append(i > 0 && i % GROUP == 0 ? "-" : "");
      password.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return password.toString();
  }

  private String bits() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
