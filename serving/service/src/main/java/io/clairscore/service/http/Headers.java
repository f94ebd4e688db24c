package io.clairscore.service.http;

import io.javalin.http.Context;

/** Headers of every answer: what a page of ours may load, and who may show it. */
final class Headers {
  /** Own files alone; figures are exported through blob:, and images of styles are data:. */
  static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  private static final String A_YEAR = "max-age=31536000";

  private Headers() {}

  static void set(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    context.header("Vary", "Accept-Encoding, Accept-Language, Origin");
    if (context.req().isSecure()) {
      context.header("Strict-Transport-Security", A_YEAR);
    }
  }
}
