package io.clairscore.drift.page;

import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.util.List;

/**
 * A report in a few sentences, as the head of its page has them, for whoever shows the verdict
 * elsewhere. Immutable and thread-safe.
 */
public final class Headlines {
  private final Words words;
  private final Figures figures;

  /** Sentences in a language. */
  public Headlines(Language language) {
    words = new Words(language);
    figures = new Figures(language);
  }

  /** The verdict in a word or two. */
  public String verdict(DriftReport report) {
    return words.term(report.verdict().status());
  }

  /** What happened, in a few sentences. */
  public String sentence(DriftReport report) {
    return summary(report).sentence();
  }

  /** How many columns drift, and what they weigh. */
  public String data(DriftReport report) {
    return summary(report).data();
  }

  /** What became of refusals, scores and cost. */
  public String decisions(DriftReport report) {
    return summary(report).decisions();
  }

  /** What is suggested to be done. */
  public String action(DriftReport report) {
    return words.term(report.verdict().action());
  }

  /** What happened in a column, without its name and a full stop; empty if nothing did. */
  public String event(DriftRow row) {
    return new EventSentences(words, figures).event(row.event());
  }

  /** How far a column is other than before, in a word or two. */
  public String severity(DriftRow row) {
    return words.term(row.severity());
  }

  /** Why there is an alarm, one sentence per reason; empty if there is none. */
  public List<String> alarms(DriftReport report) {
    return summary(report).alarms();
  }

  private SummaryViews summary(DriftReport report) {
    return new SummaryViews(words, figures, report);
  }
}
