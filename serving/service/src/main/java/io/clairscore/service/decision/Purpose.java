package io.clairscore.service.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What for somebody looks into a client's file; it stands in the record of the look. */
public enum Purpose {
  /** A credit is asked for. */
  APPLICATION,
  /** A decision is looked at again by a person. */
  REVIEW,
  /** The client complains. */
  COMPLAINT,
  /** The decisions of others are examined. */
  AUDIT;

  /** As it is asked for and recorded. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All of them, as they are asked for. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Purpose::key).toList();
  }
}
