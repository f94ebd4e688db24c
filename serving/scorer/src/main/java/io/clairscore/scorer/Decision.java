package io.clairscore.scorer;

/** What the model says to an application; a person may decide otherwise. */
public enum Decision {
  ACCEPTED,
  REFUSED
}
