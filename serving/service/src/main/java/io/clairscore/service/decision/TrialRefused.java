package io.clairscore.service.decision;

import java.util.List;

/** Changes that cannot be tried. */
public final class TrialRefused extends RuntimeException {
  private final transient List<Objection> objections;

  private TrialRefused(List<Objection> objections) {
    super(objections.size() + " objections", null, false, false);
    this.objections = List.copyOf(objections);
  }

  static void unlessEmpty(List<Objection> objections) {
    if (!objections.isEmpty()) {
      throw new TrialRefused(objections);
    }
  }

  /** Everything that is wrong, in the order in which it was found. */
  public List<Objection> objections() {
    return objections;
  }
}
