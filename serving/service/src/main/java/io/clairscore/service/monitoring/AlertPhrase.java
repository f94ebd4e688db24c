package io.clairscore.service.monitoring;

/** What is said of an alert; the sentences stand in {@code alert-phrases.tsv}. */
enum AlertPhrase {
  OPEN_ABOVE,
  OPEN_BELOW,
  CLOSED,
  MEGABYTES,
  GIGABYTES,
  MILLISECONDS
}
