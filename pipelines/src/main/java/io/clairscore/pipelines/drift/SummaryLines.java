package io.clairscore.pipelines.drift;

import io.clairscore.drift.page.Headlines;
import io.clairscore.drift.verdict.AlarmReason;
import io.clairscore.drift.verdict.Cause;
import io.clairscore.drift.verdict.DatasetVerdict;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ModelVerdict;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.drift.meaning.Meanings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report in a few lines, for the person at the command line. */
final class SummaryLines {
  /** Names of one line; the report has all. */
  private static final int MOST_NAMES = 12;

  private SummaryLines() {}

  static List<String> of(DriftReport report) {
    DatasetVerdict verdict = report.verdict();
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "%s (%,d rows) against %s (%,d rows)",
            report.provenance().current().name(),
            report.currentRows(),
            report.provenance().reference().name(),
            report.referenceRows()));
    lines.add(
        line(
            "data %s: %d of %d columns drifted, with %.1f %% of importance; Evidently's rules say %d",
            verdict.data(),
            verdict.counts().drifted(),
            verdict.counts().compared(),
            100 * verdict.byImportance().importanceShare(),
            verdict.byEvidently().evidentlyDrifted()));
    List<String> drifted =
        report.rows().stream().filter(row -> row.severity().drifted()).map(DriftRow::name).toList();
    lines.add("drifted " + names(drifted));
    report.model().ifPresent(model -> lines.add(score(model)));
    lines.addAll(Meanings.lines(report.meaning()));
    lines.add("decisions " + verdict.decisions());
    lines.add(new Headlines(Language.ENGLISH).sentence(report));
    lines.add(
        verdict.alarm()
            ? "ALARM by " + causes(verdict) + ": " + verdict.action()
            : "no alarm: " + verdict.action());
    return lines;
  }

  private static String causes(DatasetVerdict verdict) {
    return verdict.reasons().stream()
        .map(AlarmReason::cause)
        .distinct()
        .map(Cause::code)
        .collect(Collectors.joining(", "));
  }

  static List<String> of(ReportComparison changes) {
    List<String> lines = new ArrayList<>();
    for (ReportComparison.Kind kind : ReportComparison.Kind.values()) {
      List<String> columns = changes.columns(kind);
      if (!columns.isEmpty()) {
        lines.add(
            kind.name().toLowerCase(Locale.ROOT) + " since the report before: " + names(columns));
      }
    }
    return lines;
  }

  private static String score(ModelVerdict model) {
    return line(
        "mean score %.2f, before %.2f points; score PSI %.4f; refused %.2f %%, before %.2f %%",
        model.currentMean(),
        model.referenceMean(),
        model.score().statistics().of(Statistic.PSI),
        100 * model.currentRefusals(),
        100 * model.referenceRefusals());
  }

  private static String names(List<String> all) {
    List<String> first = all.stream().limit(MOST_NAMES).toList();
    String more = all.size() > MOST_NAMES ? " and " + (all.size() - MOST_NAMES) + " more" : "";
    return first.isEmpty() ? "none" : String.join(", ", first) + more;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
