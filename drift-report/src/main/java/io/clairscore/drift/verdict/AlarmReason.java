package io.clairscore.drift.verdict;

import io.clairscore.features.text.Text;
import java.util.List;

/**
 * Why there is an alarm, in figures; NaN where a figure does not exist.
 *
 * @param name column, dividing column or table it is about; empty if it is about all
 * @param labels what people call that, and of a segment its value; none if it is about all
 * @param before figure of the reference
 * @param after figure of the current population, or how many columns it is about
 * @param limit from which on it is an alarm
 * @param retrain whether it is reason enough to train the model again
 */
public record AlarmReason(
    Cause cause,
    String name,
    List<Text> labels,
    double before,
    double after,
    double limit,
    boolean retrain) {

  public AlarmReason {
    labels = List.copyOf(labels);
  }

  /** About all clients or columns. */
  static AlarmReason of(Cause cause, double before, double after, double limit, boolean retrain) {
    return new AlarmReason(cause, "", List.of(), before, after, limit, retrain);
  }

  /** About something that has a name. */
  static AlarmReason of(
      Cause cause, String name, List<Text> labels, double before, double after, double limit) {
    return new AlarmReason(cause, name, labels, before, after, limit, false);
  }
}
