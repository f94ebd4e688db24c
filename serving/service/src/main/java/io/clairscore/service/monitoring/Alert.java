package io.clairscore.service.monitoring;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule held for long enough.
 *
 * @param id its number
 * @param rule name of the rule
 * @param metric what the rule watches
 * @param opened when it was opened
 * @param openedValue value at that moment
 * @param lastValue value when it was looked at last
 * @param closed when it was closed; empty while it is open
 * @param acknowledged when a person said to have seen it
 * @param acknowledgedBy who did
 */
public record Alert(
    long id,
    String rule,
    Metric metric,
    Rule.Severity severity,
    Rule.Direction direction,
    double threshold,
    Instant opened,
    double openedValue,
    double lastValue,
    Optional<Instant> closed,
    Optional<Instant> acknowledged,
    Optional<String> acknowledgedBy) {}
