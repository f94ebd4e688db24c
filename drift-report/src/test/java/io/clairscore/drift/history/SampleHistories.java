package io.clairscore.drift.history;

import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.SampleReports;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Histories of a few months, the same at each call. */
public final class SampleHistories {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);

  private SampleHistories() {}

  /** Five months in which two columns drift more and more, and at last no more. */
  public static DriftHistory growing() {
    return of(growingReports());
  }

  static List<DriftReport> growingReports() {
    return List.of(
        SampleReports.shiftedBy(0, 0, 0),
        SampleReports.shiftedBy(0.08, 0, 0),
        SampleReports.shiftedBy(0.2, 0.05, 0),
        SampleReports.shiftedBy(0.6, 0.2, 0),
        SampleReports.shiftedBy(0, 0, 0));
  }

  /** Reports with a model, one of them on another basis. */
  public static DriftHistory full() {
    return of(List.of(SampleReports.full(), SampleReports.wide(3), SampleReports.full()));
  }

  /** One report. */
  public static DriftHistory single() {
    return of(List.of(SampleReports.wide(3)));
  }

  /** Addresses of the pages of a history's reports. */
  public static Map<String, String> pages(DriftHistory history, String language) {
    Map<String, String> pages = new TreeMap<>();
    history
        .windows()
        .forEach(window -> pages.put(window.date(), window.date() + "." + language + ".html"));
    return pages;
  }

  private static DriftHistory of(List<DriftReport> reports) {
    HistoryCollector collector = new HistoryCollector();
    for (int i = 0; i < reports.size(); i++) {
      collector.add(FIRST.plusMonths(i), reports.get(i));
    }
    return collector.history();
  }
}
