package io.clairscore.drift.page;

import io.clairscore.drift.verdict.Alert;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ModelVerdict;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    return words.term(report.verdict().severity());
  }

  public String sentence(DriftReport report) {
    return summary(report).sentence();
  }

  /** What is suggested to be done. */
  public String action(DriftReport report) {
    return words.term(report.verdict().action());
  }

  /**
   * Why there is an alarm, one sentence per reason; empty if there is none.
   *
   * @param refusalLimit change of the refusal rate from which on it is a reason, 1 being all
   */
  public List<String> alarms(DriftReport report, double refusalLimit) {
    List<String> alarms = new ArrayList<>(summary(report).alarms());
    if (Alert.of(report, refusalLimit).contains(Alert.REFUSALS)) {
      alarms.add(refusals(report.model().orElseThrow(), refusalLimit));
    }
    return alarms;
  }

  private String refusals(ModelVerdict model, double limit) {
    return words.say(
        Phrase.ALARM_REFUSALS,
        "before",
        figures.percent(model.referenceRefusals(), 1),
        "after",
        figures.percent(model.currentRefusals(), 1),
        "limit",
        figures.number(100 * limit, 3));
  }

  private SummaryViews summary(DriftReport report) {
    Map<String, String> labels =
        report.rows().stream()
            .collect(Collectors.toMap(DriftRow::name, row -> row.label().in(words.language())));
    return new SummaryViews(words, figures, report, labels);
  }
}
