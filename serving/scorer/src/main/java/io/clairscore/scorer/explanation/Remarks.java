package io.clairscore.scorer.explanation;

/**
 * What was set aside when a dossier was read, so that nobody takes the score for more than it is.
 *
 * @param unknownValues categories that are not in their frozen list, read as missing
 * @param orphanRows history rows that refer to a credit the dossier does not hold, left out
 */
public record Remarks(int unknownValues, int orphanRows) {
  public static final Remarks NONE = new Remarks(0, 0);

  public Remarks {
    if (unknownValues < 0 || orphanRows < 0) {
      throw new IllegalArgumentException("Remarks count from 0");
    }
  }
}
