package io.clairscore.service.store;

/** How the way to PostgreSQL is protected. */
public enum Encryption {
  /** Encrypted, and the server proves by its certificate that it is the host of the address. */
  VERIFY_FULL,
  /** Encrypted, to whoever answers: for a hoster whose certificates nobody can verify. */
  UNVERIFIED,
  /** Not at all: accepted on this machine alone. */
  NONE
}
