package io.clairscore.drift.meaning;

import java.util.List;

/**
 * What drift means for decisions, beyond the columns.
 *
 * @param performance what the model's own probabilities say of the current population
 * @param segments one per way to divide the clients
 * @param domain how well a classifier tells the populations apart
 * @param correlations among the most important columns
 */
public record Meaning(
    PerformanceEstimate performance,
    List<SegmentShift> segments,
    DomainShift domain,
    CorrelationShift correlations) {

  /** Nothing was asked. */
  public static final Meaning NONE =
      new Meaning(PerformanceEstimate.NONE, List.of(), DomainShift.NONE, CorrelationShift.NONE);

  public Meaning {
    segments = List.copyOf(segments);
  }

  public Meaning with(PerformanceEstimate other) {
    return new Meaning(other, segments, domain, correlations);
  }

  public Meaning with(List<SegmentShift> others) {
    return new Meaning(performance, others, domain, correlations);
  }

  public Meaning with(DomainShift other) {
    return new Meaning(performance, segments, other, correlations);
  }

  public Meaning with(CorrelationShift other) {
    return new Meaning(performance, segments, domain, other);
  }

  /** Whether anything but columns and scores is called drift. */
  public boolean drifted() {
    return domain.separation().drifted() || correlations.drifted();
  }
}
