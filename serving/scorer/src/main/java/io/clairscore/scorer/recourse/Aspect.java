package io.clairscore.scorer.recourse;

/**
 * What a client can look into, or what changes with time: coarser than a reason, and never about
 * what the client asks for, which is a matter of changes. A feature belongs to the first aspect of
 * which it reads a column.
 */
public enum Aspect {
  /** An external score that the file holds. */
  EXTERNAL_SCORES,
  /** An external score that the file lacks. */
  MISSING_SCORES,
  /** Time in the current job. */
  EMPLOYMENT,
  INCOME,
  /** Occupation, employer, education. */
  OCCUPATION,
  /** Home and car. */
  HOME,
  /** Enquiries into the credit file. */
  ENQUIRIES,
  /** Late payments, here and elsewhere. */
  ARREARS,
  CREDITS_ELSEWHERE,
  PAST_APPLICATIONS,
  /** Earlier credits here and their instalments. */
  CREDITS_HERE,
  CARD
}
