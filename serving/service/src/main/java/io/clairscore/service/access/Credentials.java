package io.clairscore.service.access;

import java.util.Optional;

/**
 * What a request brings to say who asks; secrets, which never end in a log.
 *
 * @param bearer the token of the header Authorization
 * @param session the cookie of a login
 * @param address whence the request comes
 */
public record Credentials(Optional<String> bearer, Optional<String> session, String address) {
  /** Name of the cookie of a login. */
  public static final String SESSION_COOKIE = "clairscore-session";

  @Override
  public String toString() {
    return "credentials from " + address;
  }
}
