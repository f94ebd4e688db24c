package io.clairscore.service.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.advice.ClientExplanation;
import io.clairscore.scorer.advice.Telling;
import io.clairscore.service.access.Role;
import io.clairscore.service.decision.Assessment;
import io.clairscore.service.decision.Decided;
import io.clairscore.service.decision.Decisions;
import io.clairscore.service.file.ClientProfiles;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decisions about dossiers that are sent, of applicants who are in no published version or of
 * clients whose file has changed. Each is a prediction on disk; who wants to try, simulates.
 */
public final class ApplicantRoutes {
  private static final String TAG = "decisions";
  private static final Access READERS = Access.to(Role.ADVISOR, Role.REVIEWER);

  private final ClientFiles files;
  private final Decisions decisions;
  private final PerModel<Telling> tellings;
  private final PerModel<ClientProfiles> profiles;
  private final int most;

  /**
   * Routes.
   *
   * @param most most dossiers of one request
   */
  public ApplicantRoutes(
      ClientFiles files,
      Decisions decisions,
      PerModel<Telling> tellings,
      PerModel<ClientProfiles> profiles,
      int most) {
    this.files = files;
    this.decisions = decisions;
    this.tellings = tellings;
    this.profiles = profiles;
    this.most = most;
  }

  /**
   * Dossiers.
   *
   * @param dossiers each as one applicant's
   */
  public record Dossiers(List<JsonNode> dossiers) {
    public Dossiers {
      dossiers = dossiers == null ? List.of() : List.copyOf(dossiers);
    }
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.post(TAG, "applicant", "/api/applicants", "Scores the dossier of an applicant.")
            .access(READERS)
            .with(ClientFiles.PURPOSE, Parameter.flag("explain", "Whether to say why, too."))
            .is(Route.Trait.PERSONAL, Route.Trait.LARGE)
            .taking(JsonNode.class, Assessed.class, this::applicant),
        Route.post(TAG, "scores", "/api/scores", "Scores many dossiers.")
            .access(READERS)
            .with(ClientFiles.PURPOSE)
            .is(Route.Trait.PERSONAL, Route.Trait.LARGE)
            .taking(Dossiers.class, Assessed.Many.class, this::scores));
  }

  private Reply<Assessed> applicant(Exchange exchange, JsonNode document) {
    ServedModel model = files.model();
    Dossier dossier = DossierJson.read(document);
    if (!exchange.flag("explain")) {
      Assessment assessment = new Assessment(0, dossier, model.advisor().explanation(dossier));
      return ClientFiles.recorded(
          decisions.keep(model, assessment, ClientFiles.inquiry(exchange)),
          decided -> assessed(model, assessment, decided));
    }
    ClientExplanation told = model.advisor().explain(dossier);
    JsonNode explanation = told.json(exchange.language(), tellings.of(model));
    List<Explained.Part> features = Explained.parts(told.explanation());
    return ClientFiles.recorded(
        decisions.keep(model, DecisionRoutes.assessment(told), ClientFiles.inquiry(exchange)),
        decided ->
            new Assessed(
                ScoreAnswer.of(decided),
                told.explanation().remarks(),
                profiles.of(model).sanity(dossier),
                explanation,
                features));
  }

  private Assessed assessed(ServedModel model, Assessment assessment, Decided decided) {
    return new Assessed(
        ScoreAnswer.of(decided),
        assessment.explanation().remarks(),
        profiles.of(model).sanity(assessment.dossier()),
        null,
        null);
  }

  private Reply<Assessed.Many> scores(Exchange exchange, Dossiers asked) {
    int count = asked.dossiers().size();
    if (count == 0) {
      throw Problem.of(ProblemKind.INVALID_BODY).with("at", "/dossiers");
    }
    if (count > most) {
      throw Problem.of(ProblemKind.TOO_LARGE, "limit", most + " dossiers");
    }
    ServedModel model = files.model();
    Map<Integer, Assessed.One> results = new TreeMap<>();
    List<Assessment> assessments = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      try {
        Dossier dossier = DossierJson.read(asked.dossiers().get(place));
        assessments.add(new Assessment(place, dossier, model.advisor().explanation(dossier)));
      } catch (Refusal refusal) {
        results.put(place, new Assessed.One(place, null, Assessed.Trouble.of(refusal)));
      }
    }
    return ClientFiles.recorded(
        decisions.keepAll(model, assessments, ClientFiles.inquiry(exchange)),
        decided -> {
          for (int i = 0; i < decided.size(); i++) {
            Assessment one = assessments.get(i);
            Assessed assessed = assessed(model, one, decided.get(i));
            results.put(one.place(), new Assessed.One(one.place(), assessed, null));
          }
          return new Assessed.Many(decided.size(), List.copyOf(results.values()));
        });
  }
}
