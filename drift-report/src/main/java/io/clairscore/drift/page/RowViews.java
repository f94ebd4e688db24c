package io.clairscore.drift.page;

import io.clairscore.drift.verdict.Check;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.EvidentlyVerdict;
import io.clairscore.drift.verdict.Measurement;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.Statistics;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.util.Locale;
import java.util.Optional;

/** Lines of the table of columns. */
final class RowViews {
  private static final String NOTHING = "—";

  private final Words words;
  private final Figures figures;
  private final Language language;
  private final RuleSet rules;

  RowViews(Words words, Figures figures, Language language, RuleSet rules) {
    this.words = words;
    this.figures = figures;
    this.language = language;
    this.rules = rules;
  }

  Views.Row row(int place, DriftRow row) {
    Measurement measured = row.measured();
    Statistics statistics = measured.statistics();
    Decisive decisive = decisive(row);
    String label = row.label().in(language);
    return new Views.Row(
        "v" + place,
        row.name(),
        label.equals(row.name()) ? "" : label,
        style(row.severity()),
        words.term(row.severity()),
        importance(row),
        Shapes.of(measured.histogram(), figures),
        missing(measured),
        decisive.measure,
        decisive.score,
        decisive.threshold,
        figures.statistic(statistics.of(Statistic.PSI)),
        figures.statistic(statistics.of(Statistic.PSI_NOISE)),
        decisive.q,
        figures.signed(row.effect(), 1),
        evidently(measured.evidently()));
  }

  static String style(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String missing(Measurement measured) {
    return measured.current().rows() == 0 || measured.reference().rows() == 0
        ? NOTHING
        : figures.percent(measured.reference().missingShare(), 1)
            + " → "
            + figures.percent(measured.current().missingShare(), 1);
  }

  /** What decided, by the rules that were chosen. */
  Decisive decisive(DriftRow row) {
    EvidentlyVerdict theirs = row.measured().evidently();
    if (rules == RuleSet.EVIDENTLY && theirs.rule() != TestChoice.NONE) {
      return new Decisive(
          words.word(theirs.measure()),
          figures.statistic(theirs.score()),
          figures.number(theirs.threshold(), 3),
          NOTHING);
    }
    Optional<Check> check = row.decisive();
    return check
        .map(
            of ->
                new Decisive(
                    words.word(of.measure()),
                    figures.statistic(of.score()),
                    figures.number(of.bands().moderate(), 3),
                    figures.probability(of.qValue())))
        .orElse(new Decisive(NOTHING, NOTHING, NOTHING, NOTHING));
  }

  private String importance(DriftRow row) {
    return row.rank() == 0 ? NOTHING : row.rank() + " · " + figures.percent(row.importance(), 1);
  }

  private String evidently(EvidentlyVerdict theirs) {
    return theirs.rule() == TestChoice.NONE
        ? NOTHING
        : words.say(theirs.drifted() ? Phrase.EVIDENTLY_DRIFT : Phrase.EVIDENTLY_STABLE)
            + " ("
            + words.word(theirs.measure())
            + " "
            + figures.statistic(theirs.score())
            + ")";
  }

  /** The measure that decided, in words. */
  record Decisive(String measure, String score, String threshold, String q) {}
}
