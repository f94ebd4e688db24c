package io.clairscore.pipelines.synthetic;

import java.util.SplittableRandom;

/**
 * Independent random streams. A stream is named by the seed, the client and the kind of rows, never
 * by a partition: whoever generates a client, wherever, draws the same numbers.
 */
enum Streams {
  APPLICATION,
  BUREAU,
  PREVIOUS,
  CREDITS;

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  SplittableRandom of(long seed, int client) {
    return new SplittableRandom(
        mixed(mixed(seed + GOLDEN_GAMMA) + client * GOLDEN_GAMMA + ordinal()));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014, as corrected by Stafford). */
  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
