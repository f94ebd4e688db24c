package io.clairscore.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.scorer.advice.ClientExplanation;
import io.clairscore.scorer.advice.Telling;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.ScoringRecord;
import io.clairscore.service.access.Role;
import io.clairscore.service.decision.Assessment;
import io.clairscore.service.decision.Decisions;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.ServedModel;
import java.util.List;

/** The model's decision about a published client, and why. Each answer is a prediction on disk. */
public final class DecisionRoutes {
  private static final String TAG = "decisions";
  private static final Access READERS = Access.to(Role.ADVISOR, Role.REVIEWER);

  private final ClientFiles files;
  private final Decisions decisions;
  private final PerModel<Telling> tellings;

  public DecisionRoutes(ClientFiles files, Decisions decisions, PerModel<Telling> tellings) {
    this.files = files;
    this.tellings = tellings;
    this.decisions = decisions;
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.post(TAG, "score", "/api/clients/{client}/score", "Scores a client.")
            .access(READERS)
            .with(ClientFiles.CLIENT, ClientFiles.PURPOSE)
            .is(Route.Trait.PERSONAL)
            .answering(ScoreAnswer.class, (exchange, nothing) -> score(exchange)),
        Route.get(
                TAG,
                "explanation",
                "/api/clients/{client}/explanation",
                "Scores a client, and says why and what would change it.")
            .access(READERS)
            .with(ClientFiles.CLIENT, ClientFiles.PURPOSE)
            .is(Route.Trait.PERSONAL)
            .answering(Explained.class, (exchange, nothing) -> explanation(exchange)),
        Route.get(
                TAG,
                "recourse",
                "/api/clients/{client}/recourse",
                "Scores a client, and says what would change the decision.")
            .access(READERS)
            .with(ClientFiles.CLIENT, ClientFiles.PURPOSE)
            .is(Route.Trait.PERSONAL)
            .answering(RecourseAnswer.class, (exchange, nothing) -> recourse(exchange)));
  }

  /**
   * What a client can do.
   *
   * @param decision the decision, on disk
   * @param change the member {@code change} of an explanation
   */
  public record RecourseAnswer(ScoreAnswer decision, JsonNode change) {}

  private Reply<ScoreAnswer> score(Exchange exchange) {
    ServedModel model = files.model();
    ScoringRecord client =
        model
            .clients()
            .scoring(files.scored(exchange))
            .orElseThrow(() -> Problem.of(ProblemKind.UNKNOWN_CLIENT));
    return ClientFiles.recorded(
        decisions.score(model, client, ClientFiles.inquiry(exchange)), ScoreAnswer::of);
  }

  private Reply<Explained> explanation(Exchange exchange) {
    ServedModel model = files.model();
    ClientExplanation told = told(model, exchange);
    JsonNode document = told.json(exchange.language(), tellings.of(model));
    List<Explained.Part> features = Explained.parts(told.explanation());
    return ClientFiles.recorded(
        decisions.keep(model, assessment(told), ClientFiles.inquiry(exchange)),
        decided -> new Explained(ScoreAnswer.of(decided), document, features));
  }

  private Reply<RecourseAnswer> recourse(Exchange exchange) {
    ServedModel model = files.model();
    ClientExplanation told = told(model, exchange);
    JsonNode change = told.json(exchange.language(), tellings.of(model)).get("change");
    return ClientFiles.recorded(
        decisions.keep(model, assessment(told), ClientFiles.inquiry(exchange)),
        decided -> new RecourseAnswer(ScoreAnswer.of(decided), change));
  }

  private ClientExplanation told(ServedModel model, Exchange exchange) {
    ClientRecord client = files.open(model, exchange);
    return model.advisor().explain(client.dossier());
  }

  static Assessment assessment(ClientExplanation told) {
    return new Assessment(0, told.recourse().dossier(), told.explanation());
  }
}
