package io.clairscore.pipelines.documents;

import io.clairscore.drift.folder.LatestVerdict;
import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.drift.page.Headlines;
import io.clairscore.drift.verdict.Bands;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.ModelVerdict;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.grid.Grid.Column;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the newest drift report says.
 *
 * @param key of the sentence that says whether there is one
 * @param date of the report
 * @param report none if there is none, or if this version cannot read it
 */
record DriftNote(String key, String date, Optional<DriftReport> report) {
  /** More would not fit the page; the report has all. */
  private static final int MOST = 12;

  private static final String UNREADABLE = "drift.unreadable";

  private record Figure(String name, String before, String after, String psi) {}

  static DriftNote read(Workspace workspace) {
    ReportFolder reports = new ReportFolder(workspace.driftReports());
    try {
      Optional<LatestVerdict> latest = reports.latest();
      if (latest.isEmpty()) {
        return new DriftNote("drift.none", "", Optional.empty());
      }
      String date = latest.get().outcome().date();
      Optional<DriftReport> report = reports.read(LocalDate.parse(date));
      return new DriftNote(report.isPresent() ? "drift.some" : UNREADABLE, date, report);
    } catch (IOException | Refusal e) {
      // A model that was just trained is not refused for a report about other data.
      return new DriftNote(UNREADABLE, "", Optional.empty());
    }
  }

  /** One sentence, for documents that are about something else. */
  String sentence(DocumentTexts texts) {
    return report
        .map(
            of -> texts.say("drift.short", "date", date, "sentence", headlines(texts).sentence(of)))
        .orElseGet(() -> texts.say(key));
  }

  /** Verdicts, figures and columns of the report, and what follows. */
  Section section(String run, DocumentTexts texts) {
    if (report.isEmpty()) {
      return new Section(texts.say(key) + "\n\n" + texts.say("drift.method"), List.of());
    }
    DriftReport of = report.get();
    List<Grid> tables = new ArrayList<>();
    of.model().ifPresent(model -> tables.add(scores(model, texts)));
    List<DriftRow> events = of.events().stream().limit(MOST).toList();
    if (!events.isEmpty()) {
      tables.add(columns(events, of.model().isPresent(), texts));
    }
    return new Section(text(of, run, texts), tables);
  }

  private String text(DriftReport of, String run, DocumentTexts texts) {
    Headlines headlines = headlines(texts);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        texts.say(
            key,
            "date",
            date,
            "reference",
            texts.count(of.referenceRows()),
            "referenceName",
            of.provenance().reference().name(),
            "current",
            texts.count(of.currentRows()),
            "currentName",
            of.provenance().current().name()));
    if (!of.provenance().model().isEmpty() && !of.provenance().model().equals(run)) {
      paragraphs.add(texts.say("drift.otherModel", "model", of.provenance().model()));
    }
    paragraphs.add(
        texts.say("drift.method") + " " + limits(of.policy().limits().get(Statistic.PSI), texts));
    paragraphs.add(texts.say("drift.data", "sentence", headlines.data(of)));
    paragraphs.add(texts.say("drift.decisions", "sentence", headlines.decisions(of)));
    List<String> conclusion = new ArrayList<>(List.of(headlines.sentence(of)));
    conclusion.addAll(headlines.alarms(of));
    paragraphs.add(
        texts.say(
            "drift.conclusion",
            "sentences",
            String.join(" ", conclusion),
            "action",
            headlines.action(of)));
    return String.join("\n\n", paragraphs);
  }

  private static String limits(Bands psi, DocumentTexts texts) {
    return texts.say(
        "drift.limits", "low", texts.setting(psi.moderate()), "high", texts.setting(psi.strong()));
  }

  private static Grid scores(ModelVerdict model, DocumentTexts texts) {
    List<Figure> figures =
        List.of(
            new Figure(
                texts.say("drift.meanScore"),
                texts.points(model.referenceMean()),
                texts.points(model.currentMean()),
                texts.rate(model.score().statistics().of(Statistic.PSI))),
            new Figure(
                texts.say("drift.refusals"),
                texts.percent(model.referenceRefusals()),
                texts.percent(model.currentRefusals()),
                ""));
    return Grid.of(
        texts.say("table.driftScores"),
        figures,
        List.of(
            column("metric", texts, Figure::name),
            column("before", texts, Figure::before),
            column("after", texts, Figure::after),
            column("scorePsi", texts, Figure::psi)));
  }

  /** The columns; what they weigh is told where a model was asked. */
  private static Grid columns(List<DriftRow> rows, boolean asked, DocumentTexts texts) {
    Headlines headlines = headlines(texts);
    List<Column<DriftRow>> columns = new ArrayList<>();
    columns.add(column("feature", texts, row -> row.label().in(texts.language())));
    columns.add(column("event", texts, headlines::event));
    columns.add(column("severity", texts, headlines::severity));
    columns.add(
        column("psi", texts, row -> texts.rate(row.measured().statistics().of(Statistic.PSI))));
    if (asked) {
      columns.add(column("importance", texts, row -> texts.percent(row.importance())));
      columns.add(
          column(
              "effect",
              texts,
              row ->
                  Double.isNaN(row.effect())
                      ? texts.say("drift.notRead")
                      : texts.points(row.effect())));
    }
    return Grid.of(
        texts.say("table.driftColumns", "count", texts.count(rows.size())), rows, columns);
  }

  private static Headlines headlines(DocumentTexts texts) {
    return new Headlines(texts.language());
  }

  private static <R> Column<R> column(
      String name, DocumentTexts texts, Function<? super R, String> cell) {
    return new Column<>(texts.say("column." + name), cell);
  }
}
