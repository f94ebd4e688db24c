package io.clairscore.features.schema;

import java.util.Arrays;
import java.util.Locale;

/** The headings under which an advisor looks for a piece of information, in order of reading. */
public enum BusinessGroup {
  REQUESTED_CREDIT,
  EXTERNAL_SCORES,
  INCOME,
  EMPLOYMENT,
  CREDITS_ELSEWHERE,
  PAST_APPLICATIONS,
  REPAYMENT,
  CARD,
  PERSON,
  HOUSING,
  RESIDENCE,
  CIRCLE,
  DOCUMENTS,
  IDENTIFIERS,
  OUTCOME;

  /** Key of the group in the tables of texts and in the dictionary. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BusinessGroup of(String key) {
    return Arrays.stream(values())
        .filter(group -> group.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No business group \""
                        + key
                        + "\": the groups are "
                        + Arrays.toString(values())
                        + ". Correct the table columns.tsv or add the group."));
  }
}
