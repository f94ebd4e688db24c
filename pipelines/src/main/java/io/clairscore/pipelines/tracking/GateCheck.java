package io.clairscore.pipelines.tracking;

import java.util.Locale;

/**
 * One condition of the gate.
 *
 * @param name what is judged
 * @param outcome how it came out
 * @param found what was found, in words with figures
 * @param rule what is asked, in words with figures
 */
record GateCheck(String name, Outcome outcome, String found, String rule) {

  enum Outcome {
    PASSED,
    FAILED,
    /** There is nothing to judge by; the verdict does not depend on it. */
    NOT_JUDGED
  }

  static GateCheck of(String name, boolean passed, String found, String rule) {
    return new GateCheck(name, passed ? Outcome.PASSED : Outcome.FAILED, found, rule);
  }

  boolean failed() {
    return outcome == Outcome.FAILED;
  }

  /** The check as a line of a report. */
  String line() {
    String word = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return String.format(Locale.ROOT, "%-11s %-12s %s (%s)", word, name, found, rule);
  }
}
