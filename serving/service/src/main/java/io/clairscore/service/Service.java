package io.clairscore.service;

import io.clairscore.scorer.published.Published;
import io.clairscore.service.access.AccessControl;
import io.clairscore.service.access.Accounts;
import io.clairscore.service.access.Authentication;
import io.clairscore.service.access.ClientVisits;
import io.clairscore.service.access.EverybodyLocal;
import io.clairscore.service.api.AccountRoutes;
import io.clairscore.service.api.ClientFiles;
import io.clairscore.service.api.ClientRoutes;
import io.clairscore.service.api.DecisionRoutes;
import io.clairscore.service.api.DocumentRoutes;
import io.clairscore.service.api.HealthRoutes;
import io.clairscore.service.api.PopulationRoutes;
import io.clairscore.service.api.ComparisonRoutes;
import io.clairscore.service.api.SearchRoutes;
import io.clairscore.service.api.SessionRoutes;
import io.clairscore.service.api.TokenRoutes;
import io.clairscore.service.conf.ServiceConf;
import io.clairscore.service.decision.Decisions;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.events.EventsConf;
import io.clairscore.service.http.Route;
import io.clairscore.service.http.Server;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.model.ServedVersions;
import io.clairscore.service.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The whole service, wired: it answers from {@link #start} until {@link #close}. */
public final class Service implements AutoCloseable {
  private final ServiceConf conf;
  private final QueuedThreadPool threads;
  private final Database database;
  private final EventLog log;
  private final AuditTrail trail;
  private final AccessControl access;
  private final LiveModel model;
  private Server server;

  private Service(ServiceConf conf) {
    this.conf = conf;
    this.threads = Server.threads(conf.server().limits());
    this.database = Database.open(conf.store().database());
    this.log = EventLog.open(database, EventsConf.DEFAULT, threads);
    this.trail = new AuditTrail(database);
    this.access = AccessControl.start(conf.access(), database, trail);
    this.model =
        new LiveModel(
            new Published(Path.of(conf.published())), new ServedVersions(database, trail));
  }

  /**
   * Starts it.
   *
   * @param insecureLocal whether everybody on this machine may do everything
   * @throws io.clairscore.features.refusal.Refusal if the store cannot be opened, or the port is
   *     taken
   */
  public static Service start(ServiceConf conf, boolean insecureLocal) {
    Service service = new Service(conf);
    PopulationRoutes.follow(service.model, conf.population());
    service.model.start();
    service.server =
        Server.start(
            conf.server(),
            service.threads,
            service.routes(),
            service.authentication(insecureLocal),
            (route, status, nanos) -> {});
    return service;
  }

  private Authentication authentication(boolean insecureLocal) {
    return insecureLocal ? new EverybodyLocal() : access.authentication();
  }

  /** The administrator of a service that has none yet, once with the password. */
  Optional<Accounts.Created> firstAdministrator() {
    return access.accounts().first();
  }

  /** The whole API. */
  List<Route<?, ?>> routes() {
    List<Route<?, ?>> routes = new ArrayList<>();
    ClientFiles files =
        new ClientFiles(
            model, log, new ClientVisits(conf.server().limits().clientsPerHour(), trail));
    routes.addAll(new HealthRoutes(model).routes());
    routes.addAll(new ClientRoutes(files).routes());
    routes.addAll(new SearchRoutes(files).routes());
    routes.addAll(new ComparisonRoutes(files).routes());
    routes.addAll(new PopulationRoutes(files).routes());
    routes.addAll(new DecisionRoutes(files, new Decisions(log)).routes());
    routes.addAll(new SessionRoutes(access.logins()).routes());
    routes.addAll(new AccountRoutes(access.accounts()).routes());
    routes.addAll(new TokenRoutes(access.accounts(), access.tokens()).routes());
    routes.addAll(new DocumentRoutes(routes).routes());
    return List.copyOf(routes);
  }

  /** Where it answers. */
  public String address() {
    String scheme = conf.server().tls().certificate().isEmpty() ? "http" : "https";
    return scheme + "://" + conf.server().host() + ":" + server.port();
  }

  @Override
  public void close() {
    server.close();
    log.close();
    model.close();
    access.close();
    database.close();
  }
}
