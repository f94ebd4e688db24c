package io.clairscore.drift.history;

import io.clairscore.drift.verdict.AlarmReason;
import io.clairscore.drift.verdict.DatasetVerdict;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ModelVerdict;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a history of reports that are added one by one, in the order of their dates. */
public final class HistoryCollector {
  private final List<Window> windows = new ArrayList<>();
  private final Map<String, Line> lines = new TreeMap<>();
  private DriftReport before;

  /** One column while windows are added. */
  private static final class Line {
    private final List<Severity> severities;
    private final List<Double> psi;
    private Text label;

    Line(int windows) {
      severities = new ArrayList<>(Collections.nCopies(windows, Severity.NOT_COMPUTED));
      psi = new ArrayList<>(Collections.nCopies(windows, Double.NaN));
    }

    void fill(int windows) {
      while (severities.size() < windows) {
        severities.add(Severity.NOT_COMPUTED);
        psi.add(Double.NaN);
      }
    }
  }

  /**
   * Adds the next report.
   *
   * @throws IllegalArgumentException if its date is not after that of the report before
   */
  public void add(LocalDate date, DriftReport report) {
    if (!windows.isEmpty()
        && date.toString().compareTo(windows.get(windows.size() - 1).date()) <= 0) {
      throw new IllegalArgumentException("A report of " + date + " after a later one");
    }
    for (DriftRow row : report.rows()) {
      Line line = lines.computeIfAbsent(row.name(), name -> new Line(windows.size()));
      line.fill(windows.size());
      line.severities.add(row.severity());
      line.psi.add(row.measured().statistics().of(Statistic.PSI));
      line.label = row.label();
    }
    windows.add(window(date, report));
    before = report;
  }

  /**
   * What was added so far.
   *
   * @throws IllegalArgumentException if nothing was
   */
  public DriftHistory history() {
    List<ColumnHistory> columns = new ArrayList<>();
    lines.forEach(
        (name, line) -> {
          line.fill(windows.size());
          ColumnHistory column = new ColumnHistory(name, line.label, line.severities, line.psi);
          if (column.drifted() > 0) {
            columns.add(column);
          }
        });
    columns.sort(
        Comparator.comparing(ColumnHistory::latest)
            .thenComparing(ColumnHistory::drifted)
            .thenComparing(ColumnHistory::worst)
            .reversed()
            .thenComparing(ColumnHistory::name));
    return new DriftHistory(before == null ? null : before.policy(), windows, columns);
  }

  private Window window(LocalDate date, DriftReport report) {
    Optional<ModelVerdict> model = report.model();
    DatasetVerdict verdict = report.verdict();
    return new Window(
        date.toString(),
        new Window.Populations(
            report.provenance().reference().name(),
            report.provenance().current().name(),
            report.referenceRows(),
            report.currentRows()),
        new Window.Outcome(
            verdict.severity(),
            verdict.data(),
            verdict.decisions(),
            verdict.status(),
            verdict.action(),
            verdict.alarm(),
            verdict.reasons().stream().map(AlarmReason::cause).distinct().toList()),
        new Window.Columns(
            verdict.counts().compared(),
            verdict.counts().drifted(),
            verdict.counts().missingAlerts(),
            verdict.byImportance().importanceShare()),
        new Window.Scores(
            model.map(of -> of.score().statistics().of(Statistic.PSI)).orElse(Double.NaN),
            model.map(ModelVerdict::referenceMean).orElse(Double.NaN),
            model.map(ModelVerdict::currentMean).orElse(Double.NaN),
            model.map(ModelVerdict::referenceRefusals).orElse(Double.NaN),
            model.map(ModelVerdict::currentRefusals).orElse(Double.NaN)),
        before == null
            ? new Window.SinceBefore(List.of(), List.of())
            : new Window.SinceBefore(
                Basis.changed(before, report), ReportComparison.of(before, report).changes()));
  }
}
