package io.clairscore.drift.page;

import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.PairShift;
import io.clairscore.drift.verdict.DatasetVerdict;
import io.clairscore.drift.verdict.DriftPolicy;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.Provenance;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Source;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The head of the page: verdict in a sentence, its reasons, origin, key figures, method. */
final class SummaryViews {
  private static final int HASH_SHOWN = 12;
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

  List<Entry> provenance() {
    Provenance of = report.provenance();
    return Stream.of(
            source(Phrase.REFERENCE, of.reference(), report.referenceRows()),
            source(Phrase.CURRENT, of.current(), report.currentRows()),
            new Entry(words.say(Phrase.MODEL), of.model()),
            new Entry(words.say(Phrase.PROGRAM), of.program()),
            new Entry(words.say(Phrase.SEED), Long.toString(of.seed())),
            new Entry(words.say(Phrase.CREATED), of.created()),
            new Entry(words.say(Phrase.RULES), words.term(policy.rules())))
        .filter(entry -> !entry.value().isEmpty())
        .toList();
  }

  private Entry source(Phrase side, Source source, long rows) {
    String hash = source.sha256();
    String value =
        Stream.of(
                source.name(),
                source.version().isEmpty()
                    ? ""
                    : words.say(Phrase.VERSION, "version", source.version()),
                source.date().isEmpty() ? "" : words.say(Phrase.DATED, "date", source.date()),
                words.say(Phrase.ROWS_COUNT, "rows", figures.count(rows)),
                hash.isEmpty()
                    ? ""
                    : words.say(
                        Phrase.HASH,
                        "hash",
                        hash.substring(0, Math.min(HASH_SHOWN, hash.length()))))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new Entry(words.say(side), value);
  }

  List<Entry> keyFigures() {
    boolean weighted = report.rows().stream().anyMatch(row -> row.rank() > 0);
    return List.of(
        new Entry(
            words.say(Phrase.KPI_COLUMNS),
            figures.count(verdict.counts().compared()),
            words.say(Phrase.NOTE_OF, "all", figures.count(verdict.counts().columns()))),
        new Entry(
            words.say(Phrase.KPI_DRIFTED),
            figures.count(verdict.counts().drifted()),
            words.say(
                Phrase.NOTE_EVIDENTLY,
                "count",
                figures.count(verdict.byEvidently().evidentlyDrifted()))),
        new Entry(
            words.say(Phrase.KPI_IMPORTANCE),
            figures.percent(verdict.byImportance().importanceShare(), 1),
            weighted
                ? words.say(
                    Phrase.NOTE_LIMIT, "limit", figures.percentLimit(policy.importanceShare()))
                : words.say(Phrase.NOTE_UNWEIGHTED)),
        new Entry(
            words.say(Phrase.KPI_MISSING),
            figures.count(verdict.counts().missingAlerts()),
            words.say(
                Phrase.NOTE_LIMIT,
                "limit",
                figures.percentLimit(policy.limits(Statistic.MISSING).moderate()))),
        report
            .model()
            .map(
                model ->
                    new Entry(
                        words.say(Phrase.KPI_SCORE),
                        figures.statistic(model.score().statistics().of(Statistic.PSI)),
                        words.term(model.scoreSeverity())))
            .orElse(
                new Entry(
                    words.say(Phrase.KPI_SCORE),
                    words.say(Phrase.NONE),
                    words.say(Phrase.NOTE_NO_MODEL))));
  }
}
