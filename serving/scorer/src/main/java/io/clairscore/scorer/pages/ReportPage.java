package io.clairscore.scorer.pages;

import java.util.List;

/**
 * The served model by outcome.
 *
 * @param trainingClients clients it was fitted on
 * @param holdOutClients clients kept apart
 * @param thresholds how each part was judged
 * @param reports a part each
 */
public record ReportPage(
    long trainingClients,
    long holdOutClients,
    PageWords thresholds,
    List<ClassificationReport> reports)
    implements PageContent {

  public ReportPage {
    reports = List.copyOf(reports);
  }
}
