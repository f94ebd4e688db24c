package io.clairscore.service.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of accounts and tokens: letters that nobody takes for others, without capitals. */
final class AccountNames {
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,63}");
  private static final int LONGEST = 64;

  private AccountNames() {}

  /** A name as it is kept; what is no name stays none. */
  static String written(String name) {
    String bounded = name.length() > LONGEST + 1 ? name.substring(0, LONGEST + 1) : name;
    return bounded.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws AccessRefused if it is no name of an account
   */
  static String ofAccount(String name) {
    return demand(written(name), ACCOUNT);
  }

  /**
   * @throws AccessRefused if it is no name of a token
   */
  static String ofToken(String name) {
    return demand(name.strip(), TOKEN);
  }

  static boolean isAccount(String name) {
    return ACCOUNT.matcher(name).matches();
  }

  private static String demand(String name, Pattern form) {
    if (!form.matcher(name).matches()) {
      throw AccessRefused.of(AccessFault.BAD_NAME);
    }
    return name;
  }
}
