package io.clairscore.service.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A good answer.
 *
 * @param <A> what is answered
 * @param body what becomes of it, later perhaps: an object written as JSON, bytes as they are, or
 *     null
 * @param headers besides those every answer has
 */
public record Reply<A>(CompletableFuture<A> body, Map<String, String> headers) {
  static final String LOCATION = "Location";

  public Reply {
    Objects.requireNonNull(body, "body");
    headers = Map.copyOf(headers);
  }

  /** An answer that is ready. */
  public static <A> Reply<A> of(A body) {
    return new Reply<>(CompletableFuture.completedFuture(body), Map.of());
  }

  /** An answer that somebody completes, such as the writer of events. */
  public static <A> Reply<A> later(CompletableFuture<A> body) {
    return new Reply<>(body, Map.of());
  }

  /** Nothing to say: it was done. */
  public static Reply<Void> done() {
    return new Reply<>(CompletableFuture.completedFuture(null), Map.of());
  }

  /** Nothing here: it is read at another address (303). */
  public static Reply<Void> elsewhere(String address) {
    return done().with(LOCATION, address);
  }

  /** The same answer with a header more. */
  public Reply<A> with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply<>(body, more);
  }
}
