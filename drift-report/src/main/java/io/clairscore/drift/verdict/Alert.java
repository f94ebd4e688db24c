package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What raises an alarm, once a report is written. */
public enum Alert {
  /** The rules: columns, the score among them, or what drift means. */
  VERDICT("verdict"),
  /** The change of the refusal rate. */
  REFUSALS("refusalRate");

  private final String code;

  Alert(String code) {
    this.code = code;
  }

  /** The name in documents and on the command line. */
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * The alarms of a report, none if all is calm.
   *
   * @param refusalLimit change of the refusal rate from which on it raises one, 1 being all
   */
  public static List<Alert> of(DriftReport report, double refusalLimit) {
    List<Alert> alerts = new ArrayList<>();
    if (report.verdict().alarm()) {
      alerts.add(VERDICT);
    }
    boolean refusals =
        report
            .model()
            .map(of -> Math.abs(of.currentRefusals() - of.referenceRefusals()))
            .filter(change -> change >= refusalLimit)
            .isPresent();
    if (refusals) {
      alerts.add(REFUSALS);
    }
    return List.copyOf(alerts);
  }
}
