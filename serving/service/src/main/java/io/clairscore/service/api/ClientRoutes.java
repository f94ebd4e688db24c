package io.clairscore.service.api;

import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.access.Role;
import io.clairscore.service.events.EventHistory;
import io.clairscore.service.file.ClientProfile;
import io.clairscore.service.file.ClientProfiles;
import io.clairscore.service.file.FileCsv;
import io.clairscore.service.file.History;
import io.clairscore.service.file.HistoryEntry;
import io.clairscore.service.file.WholeFile;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Json;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.ServedModel;
import java.util.List;

/** A client's file. Whoever looks into it is on record before they see it. */
public final class ClientRoutes {
  private static final String TAG = "clients";
  private static final Access READERS = Access.to(Role.ADVISOR, Role.REVIEWER);
  private static final String CSV = "csv";
  private static final int PAGE = 100;

  private final ClientFiles files;
  private final PerModel<ClientProfiles> profiles;
  private final History history;

  public ClientRoutes(ClientFiles files, PerModel<ClientProfiles> profiles, History history) {
    this.files = files;
    this.profiles = profiles;
    this.history = history;
  }

  /**
   * A page of what was recorded, the newest first.
   *
   * @param client SK_ID_CURR
   */
  public record Past(int client, List<HistoryEntry> entries) {}

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "profile", "/api/clients/{client}", "What is known of a client.")
            .access(READERS)
            .with(ClientFiles.CLIENT, ClientFiles.PURPOSE)
            .is(Route.Trait.PERSONAL)
            .answering(ClientProfile.class, (exchange, nothing) -> profile(exchange)),
        Route.get(
                TAG,
                "history",
                "/api/clients/{client}/history",
                "What was decided about a client: by the model, by people, and how it went.")
            .access(READERS)
            .with(
                ClientFiles.CLIENT,
                ClientFiles.PURPOSE,
                Parameter.query("before", 1, Long.MAX_VALUE / 10, "Number all events are below."),
                Parameter.query("limit", 1, 1000, "Most events, " + PAGE + " unless given."))
            .is(Route.Trait.PERSONAL)
            .answering(Past.class, (exchange, nothing) -> history(exchange)),
        Route.get(
                TAG,
                "file",
                "/api/clients/{client}/file",
                "Everything that is kept of a client, with who read it.")
            .access(READERS)
            .with(
                ClientFiles.CLIENT,
                ClientFiles.PURPOSE,
                Parameter.choice("format", List.of("json", CSV), "JSON unless given."))
            .is(Route.Trait.PERSONAL)
            .answers("*/*")
            .answering(Content.class, (exchange, nothing) -> file(exchange)));
  }

  private Reply<ClientProfile> profile(Exchange exchange) {
    ServedModel model = files.model();
    ClientRecord client = files.open(model, exchange);
    ClientProfile profile = profiles.of(model).of(client);
    return files.read(exchange, client.client(), "profile", receipt -> profile);
  }

  /** Events about a client may be there although the version has no such client any more. */
  private Reply<Past> history(Exchange exchange) {
    int client = files.visited(exchange);
    long before = exchange.query("before").map(Long::parseLong).orElse(EventHistory.NEWEST);
    int limit = exchange.queryWhole("limit").orElse(PAGE);
    List<HistoryEntry> entries = history.decisions(client, before, limit);
    if (entries.isEmpty() && !files.model().clients().contains(client)) {
      throw Problem.of(ProblemKind.UNKNOWN_CLIENT);
    }
    return files.read(exchange, client, "history", receipt -> new Past(client, entries));
  }

  /** The look itself stands in the file. */
  private Reply<Content> file(Exchange exchange) {
    ServedModel model = files.model();
    ClientRecord client = files.open(model, exchange);
    boolean csv = exchange.query("format").filter(CSV::equals).isPresent();
    return files
        .read(exchange, client.client(), "file", receipt -> content(model, client, csv))
        .with(
            "Content-Disposition",
            "attachment; filename=\"client-%d.%s\"".formatted(client.client(), csv ? CSV : "json"));
  }

  private Content content(ServedModel model, ClientRecord client, boolean csv) {
    WholeFile whole = WholeFile.of(model.name(), client, history.everything(client.client()));
    return csv
        ? new Content("text/csv; charset=utf-8", FileCsv.write(whole))
        : new Content(Content.JSON, Json.write(whole));
  }
}
