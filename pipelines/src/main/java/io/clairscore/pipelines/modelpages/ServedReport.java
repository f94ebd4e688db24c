package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.scorer.pages.ClassificationReport;
import io.clairscore.scorer.pages.PagePart;
import io.clairscore.scorer.pages.ReportPage;
import java.util.List;

/** The served model by outcome: training clients as they were judged, then those kept apart. */
record ServedReport(Account account) {

  ReportPage page() {
    return new ReportPage(
        account.run().scores().training().clients().size(),
        account.run().scores().holdOut().clients().size(),
        PageTexts.say("report.thresholds"),
        List.of(
            report(PagePart.OUT_OF_FOLD, fold -> fold != ScoredClients.HOLD_OUT),
            report(PagePart.HOLD_OUT, fold -> fold == ScoredClients.HOLD_OUT)));
  }

  private ClassificationReport report(PagePart part, java.util.function.IntPredicate ofFold) {
    return OutcomeReports.report(
        part, account.run().decided().where(ofFold).confusion(), account.costs());
  }
}
