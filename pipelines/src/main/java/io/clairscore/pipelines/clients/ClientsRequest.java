package io.clairscore.pipelines.clients;

import java.time.LocalDate;
import java.util.List;

/**
 * Which clients are listed.
 *
 * @param proposed what was proposed to them
 * @param date scoring date, or null for the newest
 * @param limit most clients of each proposal, at least 1
 */
public record ClientsRequest(List<Proposed> proposed, LocalDate date, int limit) {

  public ClientsRequest {
    proposed = List.copyOf(proposed);
    if (limit < 1) {
      throw new IllegalArgumentException("at least 1 client, not " + limit);
    }
  }
}
