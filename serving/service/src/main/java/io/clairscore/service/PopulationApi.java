package io.clairscore.service;

import io.clairscore.service.access.ClientVisits;
import io.clairscore.service.api.ClientFiles;
import io.clairscore.service.api.ComparisonRoutes;
import io.clairscore.service.api.PopulationRoutes;
import io.clairscore.service.api.SearchRoutes;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.LiveModel;
import java.util.ArrayList;
import java.util.List;

/** The routes about many clients, wired. */
final class PopulationApi {
  private PopulationApi() {}

  static List<Route<?, ?>> of(LiveModel model, EventLog log, ClientVisits visits) {
    ClientFiles files = new ClientFiles(model, log, visits);
    List<Route<?, ?>> routes = new ArrayList<>();
    routes.addAll(new SearchRoutes(files).routes());
    routes.addAll(new ComparisonRoutes(files).routes());
    routes.addAll(new PopulationRoutes(files).routes());
    return routes;
  }
}
