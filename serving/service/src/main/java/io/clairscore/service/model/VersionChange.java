package io.clairscore.service.model;

import io.clairscore.scorer.event.Actor;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Another version was to answer.
 *
 * @param at when
 * @param order who ordered it
 * @param step how
 * @param from version that answered before, if there was one
 * @param to version that was to answer; empty if the pointer names none
 * @param run run that trained its model, if it could be opened
 * @param failure why it does not answer, in words; empty if it does
 */
public record VersionChange(
    Instant at,
    Order order,
    Step step,
    Optional<String> from,
    String to,
    Optional<String> run,
    Optional<String> failure) {

  /** How another version comes to answer. */
  public enum Step {
    /** The service started. */
    START,
    /** The pointer was moved by a program beside the service. */
    SWAP,
    /** A person chose the version. */
    USE,
    /** A person went back to the version before. */
    ROLLBACK
  }

  /**
   * Who ordered a change.
   *
   * @param by principal, or the program
   * @param requestId of the request, or the name of what the program did
   */
  public record Order(Actor by, String requestId) {
    /** Nobody asked: the pointer did. */
    static final Order POINTER = new Order(new Actor("service", "PROGRAM"), "published/current");
  }

  public VersionChange {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(to, "to");
  }

  /** Whether the version answers. */
  public boolean done() {
    return failure.isEmpty();
  }
}
