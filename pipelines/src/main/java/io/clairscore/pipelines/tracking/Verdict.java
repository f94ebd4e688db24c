package io.clairscore.pipelines.tracking;

import java.util.List;

/**
 * What the gate says of a model.
 *
 * @param time ISO-8601 in UTC
 * @param run run that trained the model
 * @param champion run it was compared with, or null if there was none
 * @param passed whether it may be champion
 * @param checks every condition
 */
record Verdict(String time, String run, String champion, boolean passed, List<GateCheck> checks) {

  static Verdict of(String time, String run, String champion, List<GateCheck> checks) {
    return new Verdict(
        time, run, champion, checks.stream().noneMatch(GateCheck::failed), List.copyOf(checks));
  }

  List<String> lines() {
    return checks.stream().map(GateCheck::line).toList();
  }

  /** What it fails on, in words. */
  List<String> reasons() {
    return checks.stream()
        .filter(GateCheck::failed)
        .map(check -> check.name() + ": " + check.found() + " (" + check.rule() + ")")
        .toList();
  }
}
