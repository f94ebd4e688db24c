package io.clairscore.drift.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.drift.history.Basis;
import io.clairscore.drift.history.Since;
import io.clairscore.drift.json.Documents;
import io.clairscore.drift.meaning.CorrelationShift;
import io.clairscore.drift.meaning.DomainShift;
import io.clairscore.drift.meaning.PerformanceEstimate;
import io.clairscore.drift.page.Headlines;
import io.clairscore.drift.verdict.AlarmReason;
import io.clairscore.drift.verdict.Cause;
import io.clairscore.drift.verdict.DatasetVerdict;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ModelVerdict;
import io.clairscore.drift.verdict.Provenance;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.Status;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a monitoring page shows of the report written last: the small JSON {@code latest.json}, in
 * which the parts lie flat. The README of pipelines explains its fields.
 *
 * @param format of the report's JSON
 * @param report name of the report's JSON
 * @param texts by code of the language, in every language, whatever pages there are: a monitoring
 *     page has readers of its own
 */
public record LatestVerdict(
    int format,
    @JsonUnwrapped Told told,
    @JsonUnwrapped Outcome outcome,
    String report,
    Map<String, Texts> texts,
    Links links,
    @JsonUnwrapped Changes changes) {
  private static final Documents<LatestVerdict> JSON =
      new Documents<>(
          LatestVerdict.class,
          ReportJson.FORMAT,
          "verdict of the drift report written last",
          "Make a report with this version of Clairscore.",
          Documents.mapper(0)
              .enable(SerializationFeature.INDENT_OUTPUT)
              // A newer version may say more.
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build());

  /**
   * What the report says.
   *
   * @param model what drift does to decisions, null if no model was asked
   */
  public record Told(
      Provenance provenance,
      long referenceRows,
      long currentRows,
      DatasetVerdict verdict,
      Scores model,
      Meaning meaning) {}

  /** The scores of both populations in points, and the shares of refused clients. */
  public record Scores(
      Severity scoreSeverity,
      double referenceMean,
      double currentMean,
      double referenceRefusals,
      double currentRefusals,
      double scorePsi) {
    static Scores of(ModelVerdict model) {
      return new Scores(
          model.scoreSeverity(),
          model.referenceMean(),
          model.currentMean(),
          model.referenceRefusals(),
          model.currentRefusals(),
          model.score().statistics().of(Statistic.PSI));
    }
  }

  /** What drift means beyond columns and scores; segments are in the report. */
  public record Meaning(
      PerformanceEstimate performance, DomainShift domain, CorrelationShift correlations) {}

  /**
   * What came of it.
   *
   * @param alarm whether anything raises one
   * @param alerts the rules by which there is one
   * @param exitCode how the command that wrote the report ended
   */
  public record Outcome(
      String date, Status status, boolean alarm, List<Cause> alerts, int exitCode) {}

  /** The verdict in words, as the head of the page has them. */
  public record Texts(String verdict, String sentence, String action, List<String> alarms) {}

  /** Files beside this one, pages by code of the language. */
  public record Links(
      Map<String, String> pages, Map<String, String> histories, String report, String history) {}

  /**
   * What changed since the report before; null each for the first report.
   *
   * @param before date of that report
   * @param otherBasis what changed under the verdicts
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Changes(
      String before, List<Basis> otherBasis, List<ReportComparison.Change> changes) {
    static Changes of(Optional<Since> since) {
      return new Changes(
          since.map(of -> of.date().toString()).orElse(null),
          since.map(Since::otherBasis).orElse(null),
          since.map(of -> of.changes().changes()).orElse(null));
    }
  }

  /**
   * The verdict of a report.
   *
   * @param exitCode how the command ends
   * @param languages languages of the pages
   */
  static LatestVerdict of(
      LocalDate date,
      DriftReport report,
      Optional<Since> since,
      int exitCode,
      List<Language> languages) {
    DatasetVerdict verdict = report.verdict();
    String json = ReportFolder.report(date);
    return new LatestVerdict(
        ReportJson.FORMAT,
        new Told(
            report.provenance(),
            report.referenceRows(),
            report.currentRows(),
            verdict,
            report.model().map(Scores::of).orElse(null),
            new Meaning(
                report.meaning().performance(),
                report.meaning().domain(),
                report.meaning().correlations())),
        new Outcome(
            date.toString(),
            verdict.status(),
            verdict.alarm(),
            verdict.reasons().stream().map(AlarmReason::cause).distinct().toList(),
            exitCode),
        json,
        each(List.of(Language.values()), language -> texts(report, language)),
        new Links(
            each(languages, language -> ReportFolder.page(date, language)),
            each(languages, ReportFolder::historyPage),
            json,
            ReportFolder.HISTORY),
        Changes.of(since));
  }

  private static Texts texts(DriftReport report, Language language) {
    Headlines headlines = new Headlines(language);
    return new Texts(
        headlines.verdict(report),
        headlines.sentence(report),
        headlines.action(report),
        headlines.alarms(report));
  }

  private static <T> Map<String, T> each(List<Language> languages, Function<Language, T> of) {
    Map<String, T> each = new LinkedHashMap<>();
    languages.forEach(language -> each.put(language.code(), of.apply(language)));
    return each;
  }

  String json() {
    return JSON.write(this);
  }

  /**
   * The verdict of a document.
   *
   * @throws Refusal with DATA if it is none of this format
   */
  public static LatestVerdict read(String json) {
    return JSON.read(json, Function.identity());
  }
}
