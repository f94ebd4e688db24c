package io.clairscore.service.http;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Gives each request a name of its own: that of the process, and a number. */
final class RequestIds {
  static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = "request-id";

  private final String process = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
  private final AtomicLong count = new AtomicLong();

  void give(Context context) {
    String id = process + "-" + count.incrementAndGet();
    context.attribute(ATTRIBUTE, id);
    context.header(HEADER, id);
  }

  /** The name a request was given, or a dash if it never came so far. */
  static String of(Context context) {
    String id = context.attribute(ATTRIBUTE);
    return id == null ? "-" : id;
  }
}
