package io.clairscore.service.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The content policy of a page that carries everything it needs: its own styles and scripts, by
 * their hashes, and nothing else. Pages of this site alone may frame it.
 */
final class PagePolicy {
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  private PagePolicy() {}

  /** The policy of a page in UTF-8. */
  static String of(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    return "default-src 'none'; img-src 'self' data:; style-src "
        + hashes(STYLE.matcher(text))
        + "; script-src "
        + hashes(SCRIPT.matcher(text))
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  }

  private static String hashes(Matcher inline) {
    String hashes =
        inline
            .results()
            .map(found -> "'sha256-" + hash(found.group(1)) + "'")
            .distinct()
            .collect(Collectors.joining(" "));
    return hashes.isEmpty() ? "'none'" : hashes;
  }

  private static String hash(String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
