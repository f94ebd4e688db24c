package io.clairscore.service;

import io.clairscore.scorer.advice.Telling;
import io.clairscore.service.access.ClientVisits;
import io.clairscore.service.api.ApplicantRoutes;
import io.clairscore.service.api.ClientFiles;
import io.clairscore.service.api.ClientRoutes;
import io.clairscore.service.api.DecisionRoutes;
import io.clairscore.service.api.HumanRoutes;
import io.clairscore.service.api.InferenceRoutes;
import io.clairscore.service.api.ModelRoutes;
import io.clairscore.service.api.PerModel;
import io.clairscore.service.api.SimulationRoutes;
import io.clairscore.service.decision.Decisions;
import io.clairscore.service.decision.Doubtful;
import io.clairscore.service.decision.Judgements;
import io.clairscore.service.decision.Simulations;
import io.clairscore.service.events.EventHistory;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.file.ClientProfiles;
import io.clairscore.service.file.History;
import io.clairscore.service.http.LimitsConf;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.store.Database;
import java.util.ArrayList;
import java.util.List;

/** The routes about one client and one decision, wired. */
final class DecisionApi {
  private DecisionApi() {}

  static List<Route<?, ?>> of(
      LiveModel model, EventLog log, Database database, LimitsConf limits, ClientVisits visits) {
    int most = limits.dossiers();
    EventHistory events = new EventHistory(database);
    ClientFiles files = new ClientFiles(model, log, visits);
    Decisions decisions = new Decisions(log);
    PerModel<Telling> tellings = new PerModel<>(served -> new Telling(served.presentation()));
    PerModel<Simulations> simulations = new PerModel<>(Simulations::new);
    PerModel<ClientProfiles> profiles = new PerModel<>(ClientProfiles::new);
    List<Route<?, ?>> routes = new ArrayList<>();
    routes.addAll(new ClientRoutes(files, profiles, new History(events)).routes());
    routes.addAll(new DecisionRoutes(files, decisions, tellings).routes());
    routes.addAll(new ApplicantRoutes(files, decisions, tellings, profiles, most).routes());
    routes.addAll(new SimulationRoutes(files, simulations, tellings).routes());
    routes.addAll(new HumanRoutes(files, new Judgements(events), new Doubtful(database)).routes());
    routes.addAll(new ModelRoutes(files, simulations).routes());
    routes.addAll(new InferenceRoutes(model, most).routes());
    return routes;
  }
}
