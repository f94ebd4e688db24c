package io.clairscore.service.api;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.service.access.Role;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The drift reports as the drift job wrote them: the verdict of the latest, the history, and each
 * report as JSON and as a page that the dashboard frames.
 */
public final class DriftRoutes {
  private static final String TAG = "drift";
  private static final Access READERS = Access.to(Role.REVIEWER, Role.ADMINISTRATOR, Role.MONITOR);
  private static final String HTML = "text/html; charset=utf-8";
  private static final Parameter DATE = Parameter.path("date", "Date of the report, YYYY-MM-DD.");

  /** What links of a page name: the page of another language, of another date, of the history. */
  private static final Pattern PAGE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d|history)\\.(fr|en)\\.html");

  private final ReportFolder reports;

  public DriftRoutes(ReportFolder reports) {
    this.reports = reports;
  }

  /**
   * The archived reports.
   *
   * @param dates newest first
   */
  public record Archive(List<String> dates) {}

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "drift", "/api/drift", "The verdict of the drift report written last.")
            .access(READERS)
            .answering(Content.class, (exchange, nothing) -> json("latest.json")),
        Route.get(TAG, "drift-history", "/api/drift/history", "The verdicts of all reports.")
            .access(READERS)
            .answering(Content.class, (exchange, nothing) -> json("history.json")),
        Route.get(TAG, "drift-reports", "/api/drift/reports", "The dates that have a report.")
            .access(READERS)
            .answering(Archive.class, (exchange, nothing) -> Reply.of(archive())),
        Route.get(TAG, "drift-history-page", "/api/drift/history/page", "The history as a page.")
            .access(READERS)
            .answers("text/html")
            .answering(
                Content.class,
                (exchange, nothing) -> page(ReportFolder.historyPage(exchange.language()))),
        Route.get(TAG, "drift-report", "/api/drift/{date}", "A drift report.")
            .access(READERS)
            .with(DATE)
            .answering(Content.class, (exchange, nothing) -> json(date(exchange) + ".json")),
        Route.get(TAG, "drift-page", "/api/drift/{date}/page", "A drift report as a page.")
            .access(READERS)
            .with(DATE)
            .answers("text/html")
            .answering(
                Content.class,
                (exchange, nothing) ->
                    page(ReportFolder.page(date(exchange), exchange.language()))),
        Route.get(
                TAG,
                "drift-linked-page",
                "/api/drift/{date}/{file}",
                "A page that the page of a report links to.")
            .access(READERS)
            .with(DATE, Parameter.path("file", "Name of the page, such as history.fr.html."))
            .answers("text/html")
            .answering(Content.class, (exchange, nothing) -> page(linked(exchange))));
  }

  private Archive archive() {
    try {
      return new Archive(
          reports.dates().stream()
              .sorted(Comparator.reverseOrder())
              .map(LocalDate::toString)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate date(Exchange exchange) {
    try {
      return LocalDate.parse(exchange.path("date"));
    } catch (DateTimeParseException e) {
      throw Problem.of(ProblemKind.INVALID_PARAMETER, "name", "date");
    }
  }

  private static String linked(Exchange exchange) {
    String file = exchange.path("file");
    if (!PAGE.matcher(file).matches()) {
      throw Problem.of(ProblemKind.NOT_FOUND, "what", "/api/drift/…");
    }
    return file;
  }

  private Reply<Content> json(String name) {
    return Reply.of(new Content(Content.JSON, read(name)));
  }

  /** The page brings its own styles and script, which its policy names by their hashes. */
  private Reply<Content> page(String name) {
    byte[] page = read(name);
    return Reply.of(new Content(HTML, page))
        .with("Content-Security-Policy", PagePolicy.of(page))
        .with("X-Frame-Options", "SAMEORIGIN");
  }

  /**
   * Reads a file of the folder.
   *
   * @param name made here, or matched here: never a path
   */
  private byte[] read(String name) {
    Path file = reports.folder().resolve(name);
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw Problem.of(ProblemKind.NO_DRIFT_REPORT, "file", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
