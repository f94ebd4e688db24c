package io.clairscore.service.population;

/** The sentences that say who is similar to a client; they stand in {@code similarity.tsv}. */
enum SimilarityPhrase {
  /** How many they are. */
  GROUP,
  /** What they share, if nothing is asked of them. */
  EVERYBODY,
  SAME,
  AGE,
  BETWEEN,
  AT_MOST,
  AT_LEAST,
  /** Why the rule is not the one that was asked for. */
  WIDENED,
  WIDER,
  GIVEN_UP,
  NOT_SAID,
  /** What the comparison is not. */
  NO_DECISION
}
