package io.clairscore.service.population.told;

import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.Share;

/**
 * A share of a number of clients, with Wilson's 95 % interval.
 *
 * @param of how many there are
 * @param rate 0 to 1; null of nobody
 */
public record ToldShare(
    long of, @MayBeNull Double rate, @MayBeNull Double low, @MayBeNull Double high) {
  static ToldShare of(Share share) {
    return share.of() == 0
        ? new ToldShare(0, null, null, null)
        : new ToldShare(share.of(), share.rate(), share.low(), share.high());
  }
}
