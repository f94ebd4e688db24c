package io.clairscore.scorer.event;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which prediction events are meant.
 *
 * @param days when they occurred
 * @param run run that trained their model, or those of any
 */
public record EventChoice(Days days, Optional<String> run) {
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9._-]{1,120}");

  /**
   * @throws IllegalArgumentException if it is no name of a run
   */
  public EventChoice {
    run.filter(name -> !RUN.matcher(name).matches())
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("'" + name + "' is no name of a run");
            });
  }

  /** SQL condition; made of numbers and letters that end no text. */
  String condition() {
    return days.condition() + run.map(name -> " and model_run = '" + name + "'").orElse("");
  }

  /** The choice for a person, empty if all are meant. */
  @Override
  public String toString() {
    return Stream.concat(Stream.of(days.toString()), run.stream().map(name -> "model " + name))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
