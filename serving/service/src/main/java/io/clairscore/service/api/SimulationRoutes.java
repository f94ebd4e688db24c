package io.clairscore.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.advice.Telling;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.access.Role;
import io.clairscore.service.decision.Objection;
import io.clairscore.service.decision.Simulations;
import io.clairscore.service.decision.Trial;
import io.clairscore.service.decision.TrialRefused;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Json;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.ServedModel;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What would be if. It is on record as a trial, not as a prediction of the client. */
public final class SimulationRoutes {
  private final ClientFiles files;
  private final PerModel<Simulations> simulations;
  private final PerModel<Telling> tellings;

  public SimulationRoutes(
      ClientFiles files, PerModel<Simulations> simulations, PerModel<Telling> tellings) {
    this.files = files;
    this.tellings = tellings;
    this.simulations = simulations;
  }

  /**
   * What is to be tried.
   *
   * @param changes number, category or null for missing, by name of a column of the application
   */
  public record Changes(Map<String, JsonNode> changes) {
    public Changes {
      changes = changes == null ? Map.of() : changes;
    }
  }

  /**
   * What is to be tried of an applicant.
   *
   * @param dossier as the model scores it
   * @param changes number, category or null for missing, by name of a column of the application
   */
  public record Applicant(JsonNode dossier, Map<String, JsonNode> changes) {
    public Applicant {
      dossier = dossier == null ? NullNode.getInstance() : dossier;
      changes = changes == null ? Map.of() : changes;
    }
  }

  /**
   * Why a change cannot be tried.
   *
   * @param column empty if nobody knows the name
   */
  public record Refused(String column, Objection.Kind kind, String sentence) {}

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.post(
                "decisions",
                "simulation",
                "/api/clients/{client}/simulation",
                "What the model would say if cells of the application were others.")
            .access(Access.to(Role.ADVISOR, Role.REVIEWER))
            .with(ClientFiles.CLIENT, ClientFiles.PURPOSE)
            .is(Route.Trait.PERSONAL, Route.Trait.PROBING)
            .taking(Changes.class, SimulationAnswer.class, this::ofClient),
        Route.post(
                "decisions",
                "applicant-simulation",
                "/api/applicants/simulation",
                "What the model would say of a dossier if cells of its application were others.")
            .access(Access.to(Role.ADVISOR, Role.REVIEWER))
            .is(Route.Trait.PERSONAL, Route.Trait.PROBING, Route.Trait.LARGE)
            .taking(Applicant.class, SimulationAnswer.class, this::ofApplicant));
  }

  private Reply<SimulationAnswer> ofClient(Exchange exchange, Changes asked) {
    ServedModel model = files.model();
    ClientRecord client = files.open(model, exchange);
    return attempt(exchange, model, client.dossier(), asked.changes());
  }

  private Reply<SimulationAnswer> ofApplicant(Exchange exchange, Applicant asked) {
    return attempt(exchange, files.model(), DossierJson.read(asked.dossier()), asked.changes());
  }

  private Reply<SimulationAnswer> attempt(
      Exchange exchange, ServedModel model, Dossier own, Map<String, JsonNode> changes) {
    Trial trial = said(exchange.language(), () -> simulations.of(model).attempt(own, changes));
    Narration narration = tellings.of(model).narration(exchange.language());
    Integer client = own.clientId() == 0 ? null : own.clientId();
    AuditEntry entry =
        new AuditEntry.Simulation(
            client == null ? null : client.longValue(),
            Json.MAPPER.valueToTree(changes),
            trial.before().score().points(),
            trial.after().score().points());
    return files.audited(
        exchange,
        entry,
        receipt -> SimulationAnswer.of(client, trial, narration, receipt.number()));
  }

  /** What cannot be tried is said in the language of who asks. */
  private static <T> T said(Language language, Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (TrialRefused refused) {
      throw Problem.of(ProblemKind.REFUSED_CHANGE)
          .with(
              "objections",
              refused.objections().stream()
                  .map(one -> new Refused(one.column(), one.kind(), one.sentence(language)))
                  .toList());
    }
  }
}
