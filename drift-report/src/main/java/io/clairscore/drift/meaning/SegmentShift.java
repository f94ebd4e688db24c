package io.clairscore.drift.meaning;

import io.clairscore.features.text.Text;
import java.util.List;

/**
 * The change of the mean score and of the refusal rate, divided among segments of the clients. The
 * terms of all segments, mix and within, add up to the change of all.
 *
 * @param column whose values are the segments
 * @param label what people call the column
 * @param score of all clients, in points: its mix and within are the sums over the segments
 * @param refusals of all clients, likewise
 * @param terms largest segment of the reference first
 */
public record SegmentShift(
    String column, Text label, Effect score, Effect refusals, List<SegmentTerm> terms) {

  public SegmentShift {
    terms = List.copyOf(terms);
  }

  /** Clients of the reference. */
  public long referenceClients() {
    return terms.stream().mapToLong(SegmentTerm::reference).sum();
  }

  /** Clients of the current population. */
  public long currentClients() {
    return terms.stream().mapToLong(SegmentTerm::current).sum();
  }
}
