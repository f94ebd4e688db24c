package io.clairscore.drift.page;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.PairShift;
import io.clairscore.drift.meaning.SegmentTerm;
import io.clairscore.drift.verdict.AlarmReason;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Why there is an alarm, in sentences. */
final class ReasonSentences {
  private static final int MOST_NAMES = 8;
  private static final int MOST_PAIRS = 3;

  private final Words words;
  private final Figures figures;
  private final DriftReport report;
  private final Language language;
  private final EventSentences events;

  ReasonSentences(Words words, Figures figures, DriftReport report) {
    this.words = words;
    this.figures = figures;
    this.report = report;
    this.language = words.language();
    this.events = new EventSentences(words, figures);
  }

  String sentence(AlarmReason of) {
    return switch (of.cause()) {
      case SOURCE -> words.say(Phrase.REASON_SOURCE, "names", broken());
      case REFUSED_ROWS ->
          words.say(
              Phrase.REASON_REFUSED_ROWS,
              "table",
              of.name(),
              "share",
              figures.percent(of.after(), 1),
              "limit",
              figures.percentLimit(of.limit()));
      case SCORE_PSI ->
          words.say(
              Phrase.REASON_SCORE,
              "psi",
              figures.statistic(of.after()),
              "limit",
              figures.number(of.limit(), 3));
      case REFUSALS -> refusals(Phrase.REASON_REFUSALS, of, "");
      case SEGMENT_REFUSALS -> refusals(Phrase.REASON_SEGMENT, of, segment(of.labels()));
      case COST ->
          words.say(
              Phrase.REASON_COST,
              "before",
              figures.fixed(of.before(), 3),
              "after",
              figures.fixed(of.after(), 3),
              "limit",
              figures.fixed(of.limit(), 3));
      case MEAN_SCORE -> meanScore(of);
      case IMPORTANT_COLUMNS -> words.say(Phrase.REASON_TOP, "top", top(), "names", important());
      case DRIFTED_SHARE -> shares(Phrase.REASON_SHARE, of);
      case CLASSIFIER -> words.say(Phrase.REASON_DOMAIN, "auc", figures.statistic(of.after()));
      case CORRELATIONS ->
          words.say(Phrase.REASON_CORRELATIONS, "names", changedPairs(report.meaning()));
      case EVIDENTLY_SHARE -> shares(Phrase.REASON_COLUMNS, of);
    };
  }

  private String refusals(Phrase phrase, AlarmReason of, String who) {
    return words.say(
        phrase,
        "who",
        who,
        "before",
        figures.percent(of.before(), 1),
        "after",
        figures.percent(of.after(), 1),
        "limit",
        figures.number(100 * of.limit(), 2));
  }

  private String segment(List<Text> labels) {
    String value = labels.get(1).in(language);
    return words.say(
        Phrase.SEGMENT_OF,
        "column",
        labels.get(0).in(language),
        "value",
        value.equals(SegmentTerm.NONE) ? words.say(Phrase.NOT_STATED) : FirstLetter.small(value));
  }

  private String meanScore(AlarmReason of) {
    String event = report.row(of.name()).map(events::of).orElse("");
    return words.say(
        of.after() < 0 ? Phrase.REASON_LOWERS : Phrase.REASON_RAISES,
        "event",
        event.isEmpty() ? of.labels().get(0).in(language) : event,
        "points",
        figures.fixed(Math.abs(of.after()), 1));
  }

  private String shares(Phrase phrase, AlarmReason of) {
    return words.say(
        phrase, "share", figures.percent(of.after(), 1), "limit", figures.percentLimit(of.limit()));
  }

  private String top() {
    return figures.count(report.policy().topFeatures());
  }

  private String important() {
    return names(report.verdict().byImportance().importantDrifted(), false);
  }

  private String broken() {
    return names(report.verdict().byImportance().broken(), true);
  }

  private String names(List<String> columns, boolean withEvents) {
    String first =
        columns.stream()
            .limit(MOST_NAMES)
            .map(column -> withEvents ? event(column) : label(column))
            .collect(Collectors.joining(withEvents ? " ; " : ", "));
    int more = columns.size() - MOST_NAMES;
    return more <= 0
        ? first
        : first + " " + words.say(Phrase.SENTENCE_AND_MORE, "count", figures.count(more));
  }

  private String event(String column) {
    return report.row(column).map(events::of).filter(of -> !of.isEmpty()).orElse(label(column));
  }

  private String label(String column) {
    return report.row(column).map(row -> row.label().in(language)).orElse(column);
  }

  private String changedPairs(Meaning meaning) {
    return meaning.correlations().pairs().stream()
        .filter(PairShift::drifted)
        .limit(MOST_PAIRS)
        .map(pair -> label(pair.first()) + " × " + label(pair.second()))
        .collect(Collectors.joining(", "));
  }
}
