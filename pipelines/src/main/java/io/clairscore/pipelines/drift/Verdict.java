package io.clairscore.pipelines.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.drift.history.Since;
import io.clairscore.drift.page.Headlines;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.conf.DriftConf;
import io.clairscore.pipelines.run.ExitCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dated report with what is made of it: the small JSON that a monitoring page reads. Its fields
 * are described in the README of this module.
 *
 * @param since what changed since the report before, if there is one
 */
record Verdict(
    LocalDate date, DriftReport report, Alerts alerts, DriftConf conf, Optional<Since> since) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The verdict as JSON, with links to the pages of these languages. */
  String json(List<Language> languages) {
    try {
      ObjectNode latest = (ObjectNode) JSON.readTree(ReportJson.write(report));
      latest.remove(List.of("policy", "rows", "quality"));
      if (latest.get("model") instanceof ObjectNode model) {
        model.remove(List.of("score", "terms"));
        report.model().ifPresent(of -> model.put("scorePsi", of.score().statistics().psi()));
      }
      if (latest.get("meaning") instanceof ObjectNode meaning) {
        meaning.remove("segments");
      }
      latest.put("date", date.toString());
      latest.put("alarm", alerts.any());
      latest.set("alerts", JSON.valueToTree(alerts.codes()));
      latest.put("exitCode", (alerts.any() ? ExitCode.DRIFT_ALARM : ExitCode.DONE).status());
      latest.put("report", date + ".json");
      latest.set("texts", texts());
      latest.set("links", links(languages));
      since.ifPresent(
          of -> {
            latest.put("before", of.date().toString());
            latest.set("otherBasis", JSON.valueToTree(of.otherBasis()));
            latest.set("changes", JSON.valueToTree(of.changes().changes()));
          });
      return JSON.writeValueAsString(latest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A verdict cannot be written as JSON", e);
    }
  }

  /** Always in every language, whatever pages there are: a monitoring page has its own readers. */
  private ObjectNode texts() {
    ObjectNode texts = JSON.createObjectNode();
    for (Language language : Language.values()) {
      Headlines headlines = new Headlines(language);
      List<String> alarms = new ArrayList<>(headlines.alarms(report));
      if (alerts.codes().contains(Alerts.REFUSALS)) {
        alarms.add(headlines.refusals(report.model().orElseThrow(), conf.refusalRate()));
      }
      texts
          .putObject(language.code())
          .put("verdict", headlines.verdict(report))
          .put("sentence", headlines.sentence(report))
          .put("action", headlines.action(report))
          .set("alarms", JSON.valueToTree(alarms));
    }
    return texts;
  }

  private ObjectNode links(List<Language> languages) {
    ObjectNode links = JSON.createObjectNode();
    ObjectNode pages = links.putObject("pages");
    ObjectNode histories = links.putObject("histories");
    for (Language language : languages) {
      pages.put(language.code(), ReportFiles.page(date, language));
      histories.put(language.code(), ReportFiles.historyPage(language));
    }
    links.put("report", date + ".json").put("history", ReportFiles.HISTORY);
    return links;
  }
}
