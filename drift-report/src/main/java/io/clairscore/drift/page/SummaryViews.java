package io.clairscore.drift.page;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.PairShift;
import io.clairscore.drift.verdict.DatasetVerdict;
import io.clairscore.drift.verdict.DriftPolicy;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The head of the page: the verdict in a sentence, and its reasons. */
final class SummaryViews {
  private static final int MOST_PAIRS = 3;

  private final Words words;
  private final Figures figures;
  private final DriftReport report;
  private final DatasetVerdict verdict;
  private final DriftPolicy policy;
  private final Map<String, String> labels;

  SummaryViews(Words words, Figures figures, DriftReport report, Map<String, String> labels) {
    this.labels = labels;
    this.words = words;
    this.figures = figures;
    this.report = report;
    this.verdict = report.verdict();
    this.policy = report.policy();
  }

  String sentence() {
    return words.say(
        Phrase.valueOf("SENTENCE_" + verdict.severity().name()),
        "compared",
        figures.count(verdict.counts().compared()),
        "drifted",
        figures.count(verdict.counts().drifted()),
        "inconclusive",
        figures.count(verdict.counts().inconclusive()),
        "importance",
        figures.percent(verdict.byImportance().importanceShare(), 1));
  }

  /** What raised the alarm, by both rules. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>(ofImportance());
    if (verdict.counts().compared() > 0) {
      reasons.add(ofColumns());
    }
    return reasons;
  }

  /** What raised the alarm by the rules that were chosen; nothing if there is none. */
  List<String> alarms() {
    if (!verdict.alarm()) {
      return List.of();
    }
    return policy.rules() == RuleSet.EVIDENTLY ? List.of(ofColumns()) : ofImportance();
  }

  private String ofColumns() {
    return words.say(
        Phrase.REASON_COLUMNS,
        "share",
        figures.percent(verdict.byNumber().columnShare(), 1),
        "limit",
        figures.percentLimit(policy.columnShare()),
        "verdict",
        words.say(verdict.byNumber().shareAlarm() ? Phrase.ALARM : Phrase.NO_ALARM));
  }

  private List<String> ofImportance() {
    List<String> reasons = new ArrayList<>();
    if (!verdict.byImportance().broken().isEmpty()) {
      reasons.add(
          words.say(Phrase.REASON_BROKEN, "names", labels(verdict.byImportance().broken())));
    }
    if (!verdict.byImportance().importantDrifted().isEmpty()) {
      reasons.add(
          words.say(
              Phrase.REASON_TOP,
              "top",
              figures.count(policy.topFeatures()),
              "names",
              labels(verdict.byImportance().importantDrifted())));
    }
    if (verdict.byImportance().importanceShare() >= policy.importanceShare()) {
      reasons.add(
          words.say(
              Phrase.REASON_SHARE,
              "share",
              figures.percent(verdict.byImportance().importanceShare(), 1),
              "limit",
              figures.percentLimit(policy.importanceShare())));
    }
    report
        .model()
        .filter(model -> model.scoreSeverity().drifted())
        .ifPresent(
            model ->
                reasons.add(
                    words.say(
                        Phrase.REASON_SCORE,
                        "psi",
                        figures.statistic(model.score().statistics().of(Statistic.PSI)))));
    Meaning meaning = report.meaning();
    if (meaning.domain().separation().drifted()) {
      reasons.add(
          words.say(Phrase.REASON_DOMAIN, "auc", figures.statistic(meaning.domain().auc())));
    }
    if (meaning.correlations().drifted()) {
      reasons.add(words.say(Phrase.REASON_CORRELATIONS, "names", changedPairs(meaning)));
    }
    return reasons;
  }

  private String changedPairs(Meaning meaning) {
    return meaning.correlations().pairs().stream()
        .filter(PairShift::drifted)
        .limit(MOST_PAIRS)
        .map(pair -> labels(List.of(pair.first())) + " × " + labels(List.of(pair.second())))
        .collect(Collectors.joining(", "));
  }

  /** Columns as people call them. */
  private String labels(List<String> columns) {
    return columns.stream()
        .map(column -> labels.getOrDefault(column, column))
        .collect(Collectors.joining(", "));
  }
}
