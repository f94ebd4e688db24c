package io.clairscore.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, in the text form of the reference implementation, which carries its parameters: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. 19 MiB, two passes and one lane are the least that
 * OWASP's Password Storage Cheat Sheet recommends; a hash takes 68 ms of one core (decision 44).
 */
final class Argon2 {
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LARGEST_KIBIBYTES = 1024 * 1024;
  private static final Pattern TEXT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{8,88})\\$([A-Za-z0-9+/]{8,88})");
  private static final String PRESENT = "$argon2id$v=19$m=" + KIBIBYTES + ",t=2,p=1$";

  private final SecureRandom random = new SecureRandom();

  /** A new salt, and the hash of the password with it. */
  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = hash(password, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return PRESENT + text.encodeToString(salt) + "$" + text.encodeToString(hash);
  }

  /**
   * Whether this is the password of a hash; it takes as long whatever the answer.
   *
   * @throws IllegalArgumentException if that is no hash of Argon2id
   */
  boolean verifies(String password, String written) {
    Matcher parts = TEXT.matcher(written);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) > LARGEST_KIBIBYTES) {
      throw new IllegalArgumentException("What stands for a password is no Argon2id hash");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] hash =
        hash(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, hash);
  }

  /** Whether a hash was made with other parameters than those of today. */
  boolean isOutdated(String written) {
    return !written.startsWith(PRESENT);
  }

  private static byte[] hash(
      String password, byte[] salt, int kibibytes, int passes, int lanes, int bytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
