package io.clairscore.service.api;

import io.clairscore.service.access.Credentials;
import io.clairscore.service.http.Exchange;

/** The header that gives a browser a session, or takes it away. */
final class SessionCookie {
  static final String HEADER = "Set-Cookie";

  /** No script reads it, and no other site's page sends it along. */
  private static final String RULES = "; Path=/; HttpOnly; SameSite=Strict";

  private SessionCookie() {}

  static String of(String session, Exchange exchange) {
    return Credentials.SESSION_COOKIE + "=" + session + RULES + secured(exchange);
  }

  static String gone(Exchange exchange) {
    return of("", exchange) + "; Max-Age=0";
  }

  static String secured(Exchange exchange) {
    return exchange.secure() ? "; Secure" : "";
  }
}
