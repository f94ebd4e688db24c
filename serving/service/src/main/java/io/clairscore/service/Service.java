package io.clairscore.service;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.scorer.published.Published;
import io.clairscore.service.access.AccessControl;
import io.clairscore.service.access.Accounts;
import io.clairscore.service.access.Authentication;
import io.clairscore.service.access.ClientVisits;
import io.clairscore.service.access.EverybodyLocal;
import io.clairscore.service.access.oidc.OidcLogin;
import io.clairscore.service.api.DocumentRoutes;
import io.clairscore.service.api.DriftRoutes;
import io.clairscore.service.api.HealthRoutes;
import io.clairscore.service.api.MonitoringRoutes;
import io.clairscore.service.api.PopulationRoutes;
import io.clairscore.service.api.VersionRoutes;
import io.clairscore.service.conf.ServiceConf;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.http.Route;
import io.clairscore.service.http.Server;
import io.clairscore.service.launch.NativeLibraries;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.model.ServedModel;
import io.clairscore.service.model.ServedVersions;
import io.clairscore.service.monitoring.Monitoring;
import io.clairscore.service.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The whole service, wired: it answers from {@link #start} until {@link #close}. */
public final class Service implements AutoCloseable {
  private final ServiceConf conf;
  private final QueuedThreadPool threads;
  private final Database database;
  private final EventLog log;
  private final AuditTrail trail;
  private final AccessControl access;
  private final Optional<OidcLogin> provider;
  private final LiveModel model;
  private final ReportFolder reports;
  private final Monitoring monitoring;
  private Server server;

  private Service(ServiceConf conf) {
    this.conf = conf;
    this.provider = AccessApi.provider(conf.access());
    this.threads = Server.threads(conf.server().limits());
    this.database = Database.open(conf.store().database());
    this.log = EventLog.open(database, conf.events(), threads);
    this.trail = new AuditTrail(database);
    this.access = AccessControl.start(conf.access(), database, trail);
    this.model =
        new LiveModel(
            new Published(Path.of(conf.published())), new ServedVersions(database, trail));
    this.reports = new ReportFolder(Path.of(conf.reports()).resolve("drift"));
    this.monitoring =
        new Monitoring(
            conf.monitoring(),
            database,
            new Monitoring.Sight(model, log::status, conf.store().folder(), reports),
            Clock.systemUTC());
  }

  /**
   * Starts it.
   *
   * @param insecureLocal whether everybody on this machine may do everything
   * @throws io.clairscore.features.refusal.Refusal if the store cannot be opened, or the port is
   *     taken
   */
  public static Service start(ServiceConf conf, boolean insecureLocal) {
    NativeLibraries.place();
    Published published = new Published(Path.of(conf.published()));
    CompletableFuture.runAsync(() -> ServedModel.rehearse(published));
    Service service = new Service(conf);
    PopulationRoutes.follow(service.model, conf.population());
    service.model.start();
    service.server =
        Server.start(
            conf.server(),
            service.threads,
            service.routes(),
            service.authentication(insecureLocal),
            service.monitoring);
    service.monitoring.start();
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
    ClientVisits visits = new ClientVisits(conf.server().limits().clientsPerHour(), trail);
    routes.addAll(new HealthRoutes(model).routes());
    routes.addAll(DecisionApi.of(model, log, database, conf.server().limits(), visits));
    routes.addAll(AccessApi.of(access, conf.access(), provider, database));
    routes.addAll(PopulationApi.of(model, log, visits));
    routes.addAll(new VersionRoutes(model, Path.of(conf.models())).routes());
    routes.addAll(new DriftRoutes(reports).routes());
    routes.addAll(new MonitoringRoutes(monitoring, trail).routes());
    routes.addAll(new DocumentRoutes(routes).routes());
    return routes.stream().<Route<?, ?>>map(this::holding).toList();
  }

  /** What a version holds open stays open for as long as a request may see that version. */
  private <Q, A> Route<Q, A> holding(Route<Q, A> route) {
    return route.holding(() -> model.during()::close);
  }

  /** Where it answers. */
  public String address() {
    String scheme = conf.server().tls().certificate().isEmpty() ? "http" : "https";
    return scheme + "://" + conf.server().host() + ":" + server.port();
  }

  @Override
  public void close() {
    server.close();
    monitoring.close();
    log.close();
    model.close();
    access.close();
    database.close();
  }
}
