package io.clairscore.service.population;

/** The others with whom a client is compared. */
public enum Group {
  ALL,
  ACCEPTED,
  REFUSED,
  SIMILAR
}
