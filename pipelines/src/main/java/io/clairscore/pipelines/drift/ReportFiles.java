package io.clairscore.pipelines.drift;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.drift.page.HtmlPage;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.features.schema.Language;
import io.clairscore.pipelines.run.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of drift reports: of each date the pages and the JSON, and {@code latest.json}, the
 * verdict of the report written last. Each file is replaced whole, the verdict after all others.
 *
 * @param folder where they lie
 */
record ReportFiles(Path folder) {
  private static final Pattern REPORT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.json");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Name of the page of a date. */
  static String page(LocalDate date, Language language) {
    return date + "." + language.code() + ".html";
  }

  void write(
      DriftReport report,
      LocalDate date,
      List<Language> languages,
      List<String> alerts,
      Optional<ReportComparison> changes)
      throws IOException {
    String json = ReportJson.write(report);
    for (Language language : languages) {
      put(page(date, language), new HtmlPage(language).of(report));
    }
    put(date + ".json", json);
    ObjectNode latest = (ObjectNode) JSON.readTree(json);
    latest.remove(List.of("policy", "rows", "quality"));
    if (latest.get("model") instanceof ObjectNode model) {
      model.remove(List.of("score", "terms"));
      report.model().ifPresent(of -> model.put("scorePsi", of.score().statistics().psi()));
    }
    if (latest.get("meaning") instanceof ObjectNode meaning) {
      meaning.remove("segments");
    }
    latest.put("date", date.toString()).put("report", date + ".json");
    latest.put("alarm", !alerts.isEmpty());
    latest.set("alerts", JSON.valueToTree(alerts));
    changes.ifPresent(of -> latest.set("changes", JSON.valueToTree(of.changes())));
    put("latest.json", JSON.writeValueAsString(latest));
  }

  /** The newest report of an earlier date that this version can read. */
  Optional<DriftReport> before(LocalDate date) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> newest =
          files
              .filter(file -> REPORT.matcher(file.getFileName().toString()).matches())
              .filter(file -> file.getFileName().toString().compareTo(date + ".json") < 0)
              .max(Comparator.comparing(file -> file.getFileName().toString()));
      return newest.isEmpty() ? Optional.empty() : read(newest.get());
    }
  }

  private static Optional<DriftReport> read(Path file) throws IOException {
    try {
      return Optional.of(ReportJson.read(Files.readString(file)));
    } catch (IllegalArgumentException otherVersion) {
      // An old report must not keep a new one from being written.
      return Optional.empty();
    }
  }

  private void put(String name, String text) throws IOException {
    DurableFiles.replace(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
