package io.clairscore.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * Counts wrong logins of each name, whether it exists or not, and of each address; memory is
 * bounded whoever tries. A network of version 6 counts as one address by its first 64 bits, which
 * one customer has all of.
 */
final class WrongLogins {
  private static final int MOST_COUNTED = 50_000;
  private static final int NETWORK_BYTES = 8;

  private final AccessConf.Lockout conf;
  private final Ticker ticker;
  private final Cache<String, Count> counts;

  /** Wrong logins within a span, and when the first and the last of them were. */
  private record Count(int failures, long firstNanos, long lastNanos) {}

  WrongLogins(AccessConf.Lockout conf, Ticker ticker) {
    this.conf = conf;
    this.ticker = ticker;
    this.counts =
        Caffeine.newBuilder()
            .maximumSize(MOST_COUNTED)
            .expireAfterWrite(conf.span())
            .ticker(ticker)
            .build();
  }

  /**
   * @throws AccessRefused if passwords of this name, or from this address, are not checked now
   */
  void demandOpen(String name, String address) {
    long wait =
        Math.max(
            wait(ofName(name), conf.failures()), wait(ofAddress(address), conf.addressFailures()));
    if (wait > 0) {
      throw AccessRefused.later(AccessFault.LOCKED_OUT, TimeUnit.NANOSECONDS.toSeconds(wait) + 1);
    }
  }

  /**
   * Counts a wrong login.
   *
   * @return whether it is the one that locks the name or the address
   */
  boolean add(String name, String address) {
    int ofName = add(ofName(name));
    int ofAddress = add(ofAddress(address));
    return ofName == conf.failures() || ofAddress == conf.addressFailures();
  }

  /** A login was right, or an administrator has given a new password: the name begins anew. */
  void forget(String name) {
    counts.invalidate(ofName(name));
  }

  private int add(String key) {
    long now = ticker.read();
    return counts
        .asMap()
        .merge(
            key,
            new Count(1, now, now),
            (old, one) ->
                now - old.firstNanos() > conf.span().toNanos()
                    ? one
                    : new Count(old.failures() + 1, old.firstNanos(), now))
        .failures();
  }

  private long wait(String key, int most) {
    Count count = counts.getIfPresent(key);
    return count == null || count.failures() < most
        ? 0
        : Math.max(0, conf.span().toNanos() - (ticker.read() - count.lastNanos()));
  }

  private static String ofName(String name) {
    return "name " + AccountNames.written(name);
  }

  private static String ofAddress(String address) {
    if (!address.contains(":")) {
      return "address " + address;
    }
    try {
      // What has a colon is a number or nothing: no name server is asked.
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return "network " + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    } catch (UnknownHostException e) {
      return "address " + address;
    }
  }
}
