package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import java.util.Objects;
import java.util.Optional;

/**
 * What one reason is about. Features that say almost the same, such as four aggregates of one
 * column, are one factor; so is everything that is missing from one source.
 *
 * @param code stable name, such as {@code application.EXT_SOURCE_2}; for machines, not for people
 * @param businessGroup what it is about; null for what may not be a reason
 */
public record Factor(String code, Kind kind, BusinessGroup businessGroup) {

  /** What kind of fact a factor is. */
  public enum Kind {
    /** A value of the client. */
    VALUE,
    /** That the client has no such value, or no such history. */
    ABSENCE,
    /** Characteristics the law or the lender bars from reasons; they may move a score, unnamed. */
    BARRED
  }

  /** The one factor of everything that may not be a reason. */
  static final Factor BARRED = new Factor("barred", Kind.BARRED, null);

  public Factor {
    Objects.requireNonNull(code, "code");
    if ((kind == Kind.BARRED) != (businessGroup == null)) {
      throw new IllegalArgumentException("A factor has a group if it may be a reason: " + code);
    }
  }

  /** What it is about, unless it may not be a reason. */
  public Optional<BusinessGroup> group() {
    return Optional.ofNullable(businessGroup);
  }

  /** Whether it may be told as a reason. */
  public boolean tellable() {
    return kind != Kind.BARRED;
  }
}
