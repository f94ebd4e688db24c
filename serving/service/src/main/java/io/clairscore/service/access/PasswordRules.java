package io.clairscore.service.access;

import java.util.List;
import java.util.Locale;

/**
 * What a password may be: long, and nothing that is tried first. There is no rule on kinds of
 * letters, and no date on which it must change (NIST SP 800-63B, section 5.1.1.2).
 */
final class PasswordRules {
  private static final int LONGEST = 200;
  private static final int LEAST_DIFFERENT = 6;

  /** Rows of keyboards and the like, which people walk along. */
  private static final List<String> WALKS =
      List.of(
          "0123456789012345678901234567890",
          "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
          "qwertyuiopasdfghjklzxcvbnm",
          "azertyuiopqsdfghjklmwxcvbn");

  /** What, with a few digits and signs around it, is no secret here. */
  private static final List<String> KNOWN =
      List.of(
          "clairscore", "password", "motdepasse", "administrateur", "administrator", "changeme");

  private static final int LEAST_BESIDE_KNOWN = 8;

  private final int shortest;

  PasswordRules(int shortest) {
    this.shortest = shortest;
  }

  /**
   * @throws AccessRefused if it may not be the password of an account of this name
   */
  void demand(String password, String name) {
    String plain = password.toLowerCase(Locale.ROOT);
    boolean weak =
        password.codePointCount(0, password.length()) < shortest
            || password.length() > LONGEST
            || plain.codePoints().distinct().count() < LEAST_DIFFERENT
            || isWalk(plain)
            || leavesLittle(plain, name)
            || KNOWN.stream().anyMatch(known -> leavesLittle(plain, known));
    if (weak) {
      throw AccessRefused.of(AccessFault.WEAK_PASSWORD);
    }
  }

  private static boolean isWalk(String password) {
    String backwards = new StringBuilder(password).reverse().toString();
    return WALKS.stream().anyMatch(walk -> walk.contains(password) || walk.contains(backwards));
  }

  private static boolean leavesLittle(String password, String known) {
    return password.contains(known) && password.replace(known, "").length() < LEAST_BESIDE_KNOWN;
  }
}
