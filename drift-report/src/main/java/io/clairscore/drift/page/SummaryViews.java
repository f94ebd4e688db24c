package io.clairscore.drift.page;

import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.verdict.DatasetVerdict;
import io.clairscore.drift.verdict.DecisionShift;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ModelVerdict;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.List;

/** The head of the page: what happened, then the two verdicts and why. */
final class SummaryViews {
  /** Events of the headline; the page lists more. */
  private static final int HEADLINE_EVENTS = 3;

  private final Words words;
  private final Figures figures;
  private final DriftReport report;
  private final DatasetVerdict verdict;
  private final EventSentences events;
  private final ReasonSentences reasons;

  SummaryViews(Words words, Figures figures, DriftReport report) {
    this.words = words;
    this.figures = figures;
    this.report = report;
    this.verdict = report.verdict();
    this.events = new EventSentences(words, figures);
    this.reasons = new ReasonSentences(words, figures, report);
  }

  /** The headline: the verdict, and what happened. */
  String sentence() {
    List<String> parts = new ArrayList<>();
    parts.add(
        words.say(
            phrase(),
            "compared",
            figures.count(verdict.counts().compared()),
            "inconclusive",
            figures.count(verdict.counts().inconclusive())));
    if (verdict.alarm() && verdict.decisions().moved()) {
      parts.add(reasons.sentence(verdict.reasons().get(0)));
    }
    events(HEADLINE_EVENTS).forEach(event -> parts.add(event + "."));
    return String.join(" ", parts);
  }

  private Phrase phrase() {
    boolean asked = verdict.decisions() != DecisionShift.NOT_ASKED;
    return switch (verdict.status()) {
      case NOT_COMPUTED -> Phrase.SENTENCE_NOT_COMPUTED;
      case INCONCLUSIVE -> Phrase.SENTENCE_INCONCLUSIVE;
      case STABLE -> asked ? Phrase.SENTENCE_STABLE : Phrase.SENTENCE_STABLE_DATA;
      case WATCH -> asked ? Phrase.SENTENCE_WATCH : Phrase.SENTENCE_WATCH_DATA;
      case ALARM -> alarm();
    };
  }

  private Phrase alarm() {
    if (verdict.reasons().get(0).cause().broken()) {
      return Phrase.SENTENCE_BROKEN;
    }
    return verdict.decisions().moved() ? Phrase.SENTENCE_ALARM : Phrase.SENTENCE_ALARM_DATA;
  }

  /** What happened in the columns, those first that moved the scores most. */
  List<String> events(int most) {
    return report.events().stream().limit(most).map(events::of).toList();
  }

  /** Why there is an alarm, a sentence per reason; nothing if there is none. */
  List<String> alarms() {
    return verdict.reasons().stream().map(reasons::sentence).toList();
  }

  /** The first verdict in a sentence: how many columns drift, and what they weigh. */
  String data() {
    boolean weighted = report.rows().stream().anyMatch(row -> row.rank() > 0);
    return words.say(
        weighted ? Phrase.DATA_WEIGHTED : Phrase.DATA_COUNTED,
        "drifted",
        figures.count(verdict.counts().drifted()),
        "compared",
        figures.count(verdict.counts().compared()),
        "importance",
        figures.percent(verdict.byImportance().importanceShare(), 1));
  }

  /** The second verdict in sentences: refusals, mean score and expected cost. */
  String decisions() {
    return report.model().map(this::decisions).orElse(words.say(Phrase.DECISIONS_NOT_ASKED));
  }

  private String decisions(ModelVerdict model) {
    List<String> parts = new ArrayList<>();
    if (!Double.isNaN(model.currentRefusals())) {
      parts.add(
          words.say(
              Phrase.DECISIONS_REFUSALS,
              "before",
              figures.percent(model.referenceRefusals(), 1),
              "after",
              figures.percent(model.currentRefusals(), 1)));
    }
    parts.add(
        words.say(
            Phrase.DECISIONS_SCORE,
            "before",
            figures.fixed(model.referenceMean(), 1),
            "after",
            figures.fixed(model.currentMean(), 1)));
    report
        .meaning()
        .performance()
        .figure(OutcomeFigure.COST_PER_CLIENT)
        .filter(cost -> !Double.isNaN(cost.margin()))
        .ifPresent(
            cost ->
                parts.add(
                    words.say(
                        cost.differs() ? Phrase.DECISIONS_COST_DIFFERS : Phrase.DECISIONS_COST,
                        "before",
                        figures.fixed(cost.realised().value(), 3),
                        "after",
                        figures.fixed(cost.estimated(), 3))));
    return String.join(" ", parts);
  }
}
