package io.clairscore.service.http;

/**
 * What a route does.
 *
 * @param <Q> what is sent
 * @param <A> what is answered
 */
@FunctionalInterface
public interface Operation<Q, A> {
  /**
   * Answers a request.
   *
   * @param request the body, or null if the route takes none
   * @throws Problem for every answer but the good one
   */
  Reply<A> answer(Exchange exchange, Q request);
}
