package io.clairscore.drift.page;

import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.EvidentlyVerdict;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.text.Figures;

/** Lines of the table of columns. */
final class RowViews {
  private final Words words;
  private final Figures figures;
  private final RuleSet rules;

  RowViews(Words words, Figures figures, RuleSet rules) {
    this.words = words;
    this.figures = figures;
    this.rules = rules;
  }

  /**
   * A line of the table of columns.
   *
   * @param shape paths of both histograms, empty if there is none
   * @param evidently what Evidently says
   */
  public record Row(
      String id, DriftRow of, Shapes.Shape shape, Decisive decisive, String evidently) {}

  /** The measure that decided, in words. */
  public record Decisive(String measure, String score, String threshold, String q) {}

  Row row(int place, DriftRow row) {
    return new Row(
        "v" + place,
        row,
        Shapes.of(row.measured().histogram(), figures),
        decisive(row),
        evidently(row.measured().evidently()));
  }

  /** What decided, by the rules that were chosen. */
  private Decisive decisive(DriftRow row) {
    EvidentlyVerdict theirs = row.measured().evidently();
    if (rules == RuleSet.EVIDENTLY && theirs.rule() != TestChoice.NONE) {
      return new Decisive(
          words.word(theirs.measure()),
          figures.statistic(theirs.score()),
          figures.number(theirs.threshold(), 3),
          Figures.NONE);
    }
    return row.decisive()
        .map(
            of ->
                new Decisive(
                    words.word(of.measure()),
                    figures.statistic(of.score()),
                    figures.number(of.bands().moderate(), 3),
                    figures.probability(of.qValue())))
        .orElse(new Decisive(Figures.NONE, Figures.NONE, Figures.NONE, Figures.NONE));
  }

  private String evidently(EvidentlyVerdict theirs) {
    return theirs.rule() == TestChoice.NONE
        ? Figures.NONE
        : words.say(theirs.drifted() ? Phrase.EVIDENTLY_DRIFT : Phrase.EVIDENTLY_STABLE)
            + " ("
            + words.word(theirs.measure())
            + " "
            + figures.statistic(theirs.score())
            + ")";
  }
}
