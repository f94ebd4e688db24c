package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import java.util.Objects;
import java.util.Optional;

/**
 * What one reason is about: a subject with a name ({@code subjects.tsv}), such as the dates of past
 * applications, with all its features; or a whole history that the client does not have.
 *
 * @param code stable name, such as {@code EXTERNAL_2} or {@code bureau}; for machines
 * @param businessGroup the theme it belongs to; null for what may not be a reason
 */
public record Factor(String code, Kind kind, BusinessGroup businessGroup) {

  /** What kind of thing a factor is. */
  public enum Kind {
    /** A subject with a name. */
    SUBJECT,
    /** A history of which the client has nothing. */
    HISTORY,
    /** What may not decide; a model of the full profile may read it all the same, unnamed. */
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

  /** The theme, unless it may not be a reason. */
  public Optional<BusinessGroup> group() {
    return Optional.ofNullable(businessGroup);
  }

  /** Whether it may be told as a reason. */
  public boolean tellable() {
    return kind != Kind.BARRED;
  }
}
