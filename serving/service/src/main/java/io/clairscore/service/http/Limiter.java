package io.clairscore.service.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often each may do something: a bucket for each principal, or for each address where nobody is
 * known. Buckets that nobody uses are forgotten, so that memory is bounded whoever asks.
 */
final class Limiter {
  private static final int MOST_BUCKETS = 100_000;

  private final Cache<String, Bucket> buckets;
  private final Bandwidth bandwidth;

  private Limiter(Bandwidth bandwidth, Duration span) {
    this.bandwidth = bandwidth;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(span.multipliedBy(2))
            .build();
  }

  /** So many at once, and so many in each span in the long run. */
  static Limiter of(int atOnce, int inSpan, Duration span) {
    return new Limiter(
        Bandwidth.builder().capacity(atOnce).refillGreedy(inSpan, span).build(), span);
  }

  /**
   * Takes one.
   *
   * @throws Problem if there is none left
   */
  void take(String who) {
    ConsumptionProbe probe =
        buckets
            .get(who, unknown -> Bucket.builder().addLimit(bandwidth).build())
            .tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      throw Problem.of(ProblemKind.TOO_MANY_REQUESTS).retryAfter((int) seconds);
    }
  }
}
