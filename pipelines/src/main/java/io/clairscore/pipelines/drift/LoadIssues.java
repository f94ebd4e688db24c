package io.clairscore.pipelines.drift;

import io.clairscore.drift.verdict.IssueKind;
import io.clairscore.drift.verdict.QualityIssue;
import io.clairscore.pipelines.ingest.FileCounts;
import io.clairscore.pipelines.ingest.IngestReport;
import io.clairscore.pipelines.ingest.Orphans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a load found wrong, by table, column and kind. */
final class LoadIssues {
  private LoadIssues() {}

  /** Most rows first; files without rows last. */
  static List<QualityIssue> of(IngestReport load) {
    List<QualityIssue> issues = new ArrayList<>(of(load.files()));
    for (Orphans found : load.orphans()) {
      if (found.orphans() > 0) {
        String[] child = found.child().split("\\.", 2);
        issues.add(
            new QualityIssue(child[0], child[1], IssueKind.ORPHAN, found.orphans(), found.rows()));
      }
    }
    load.absent().forEach(name -> issues.add(nothing(name, IssueKind.NO_FILE)));
    load.empty().forEach(name -> issues.add(nothing(name, IssueKind.NO_ROWS)));
    issues.sort(Comparator.comparingLong((QualityIssue issue) -> -issue.rows()));
    return issues;
  }

  /** The same of files alone. */
  static List<QualityIssue> of(List<FileCounts> files) {
    List<QualityIssue> issues = new ArrayList<>();
    files.forEach(file -> ofFile(file, issues));
    issues.sort(Comparator.comparingLong((QualityIssue issue) -> -issue.rows()));
    return issues;
  }

  private static void ofFile(FileCounts file, List<QualityIssue> issues) {
    file.reasons()
        .forEach(
            (text, rows) -> {
              String column = column(text);
              String reason = column.isEmpty() ? text : text.substring(column.length() + 2);
              issues.add(
                  new QualityIssue(file.file(), column, kind(column, reason), rows, file.read()));
            });
    file.unseen()
        .forEach(
            (column, rows) ->
                issues.add(
                    new QualityIssue(
                        file.file(), column, IssueKind.UNSEEN_CATEGORY, rows, file.read())));
  }

  private static QualityIssue nothing(String file, IssueKind kind) {
    return new QualityIssue(file, "", kind, 0, 0);
  }

  /** Reasons are told as "COLUMN: reason"; empty if a row is at fault as a whole. */
  static String column(String reason) {
    int colon = reason.indexOf(": ");
    return colon > 0 ? reason.substring(0, colon) : "";
  }

  static boolean isDuplicate(String reason) {
    return reason.contains(": duplicate key");
  }

  private static IssueKind kind(String column, String reason) {
    if (column.isEmpty()) {
      return IssueKind.MALFORMED_ROW;
    }
    if (reason.startsWith("duplicate key")) {
      return reason.contains("same content")
          ? IssueKind.DUPLICATE
          : IssueKind.CONFLICTING_DUPLICATE;
    }
    if (reason.startsWith("outside")) {
      return IssueKind.OUT_OF_RANGE;
    }
    if (reason.startsWith("not a ")) {
      return IssueKind.NOT_A_NUMBER;
    }
    return reason.equals("missing") ? IssueKind.REQUIRED_MISSING : IssueKind.OTHER_RULE;
  }
}
