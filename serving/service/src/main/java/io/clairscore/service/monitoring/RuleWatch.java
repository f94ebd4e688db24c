package io.clairscore.service.monitoring;

/**
 * Whether a rule has held for long enough, look by look. What is not known changes nothing: an
 * alert neither opens nor closes on it.
 */
final class RuleWatch {
  private static final long MINUTE = Grain.MINUTE.millis();

  private final Rule rule;
  private boolean open;

  /** Since when the opposite of the present state holds; -1 if it does not. */
  private long since = -1;

  RuleWatch(Rule rule, boolean open) {
    this.rule = rule;
    this.open = open;
  }

  Rule rule() {
    return rule;
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Looks at the value of a moment.
   *
   * @return whether the alert is to be opened or closed; {@link #changed} says that it was
   */
  boolean isDue(long moment, double value) {
    if (Double.isNaN(value)) {
      since = -1;
      return false;
    }
    boolean other =
        open
            ? !rule.direction().beyond(value, rule.clear())
            : rule.direction().beyond(value, rule.threshold());
    if (!other) {
      since = -1;
      return false;
    }
    since = since < 0 ? moment : since;
    return moment - since >= rule.minutes() * MINUTE;
  }

  /** The alert was opened or closed. */
  void changed() {
    open = !open;
    since = -1;
  }
}
