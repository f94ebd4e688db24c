package io.clairscore.service.access;

import java.util.Objects;

/** Somebody does not come in, or an account or token stays as it is. */
public final class AccessRefused extends RuntimeException {
  private final AccessFault fault;
  private final int retryAfterSeconds;

  private AccessRefused(AccessFault fault, int retryAfterSeconds, Throwable origin) {
    // An answer, and not a failure of the program: no trace is taken.
    super(fault.name(), origin, false, false);
    this.fault = Objects.requireNonNull(fault, "fault");
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public static AccessRefused of(AccessFault fault) {
    return new AccessRefused(fault, 0, null);
  }

  public static AccessRefused of(AccessFault fault, Throwable origin) {
    return new AccessRefused(fault, 0, origin);
  }

  /** A refusal that ends by itself. */
  static AccessRefused later(AccessFault fault, long seconds) {
    return new AccessRefused(fault, (int) Math.max(1, seconds), null);
  }

  public AccessFault fault() {
    return fault;
  }

  /** After how many seconds it may be tried again; 0 if time does not help. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
