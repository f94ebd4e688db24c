package io.clairscore.drift.verdict;

import java.util.List;

/**
 * What drift does to decisions.
 *
 * @param score the scores themselves, compared like any column
 * @param terms of the shift of the mean, largest first by size
 */
public record ModelVerdict(
    Measurement score,
    Severity scoreSeverity,
    double referenceMean,
    double currentMean,
    List<Term> terms,
    double referenceRefusals,
    double currentRefusals) {

  public ModelVerdict {
    terms = List.copyOf(terms);
  }

  public double shift() {
    return currentMean - referenceMean;
  }
}
