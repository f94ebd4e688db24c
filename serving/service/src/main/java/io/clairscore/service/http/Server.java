package io.clairscore.service.http;

import io.clairscore.service.access.Authentication;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of a table of routes. */
public final class Server implements AutoCloseable {
  private static final int LEAST_THREADS = 8;
  private static final int SPARE_THREADS = 16;
  private static final int HEADER_BYTES = 8192;

  private final Javalin javalin;
  private final QueuedThreadPool threads;

  private Server(Javalin javalin, QueuedThreadPool threads) {
    this.javalin = javalin;
    this.threads = threads;
  }

  /**
   * Threads that answer requests, and whatever a request waits for: what is completed elsewhere
   * goes on here, since writing an answer waits for who reads it.
   */
  public static QueuedThreadPool threads(LimitsConf limits) {
    QueuedThreadPool threads =
        new QueuedThreadPool(limits.concurrent() + SPARE_THREADS, LEAST_THREADS);
    threads.setName("http");
    return threads;
  }

  /**
   * A server that listens.
   *
   * @param threads made by {@link #threads}; the server starts and stops them
   */
  public static Server start(
      ServerConf conf,
      QueuedThreadPool threads,
      List<Route<?, ?>> routes,
      Authentication authentication,
      RequestObserver observer) {
    LimitsConf limits = conf.limits();
    Dispatcher dispatcher = new Dispatcher(authentication, limits);
    RequestIds ids = new RequestIds();
    AccessLog log = new AccessLog(conf.accessLog(), observer);
    Javalin javalin =
        Javalin.create(
            config -> {
              settle(config, conf, threads);
              config.routes.before(
                  context -> {
                    ids.give(context);
                    Headers.set(context);
                    demandPlainMethod(context);
                  });
              routes.forEach(route -> config.routes.addEndpoint(endpoint(route, dispatcher)));
              config.routes.exception(Exception.class, Server::failed);
              config.routes.exception(HttpResponseException.class, Server::failed);
              config.router.javaLangErrorHandler((response, error) -> log.died(response, error));
              config.requestLogger.http((context, millis) -> log.answered(context, millis));
            });
    javalin.start();
    return new Server(javalin, threads);
  }

  private static void failed(Exception fault, Context context) {
    Failures.answer(context, fault);
  }

  private static <Q, A> Endpoint endpoint(Route<Q, A> route, Dispatcher dispatcher) {
    return Endpoint.create(route.method().type(), route.path())
        .addMetadata(route)
        .handler(context -> dispatcher.answer(context, route));
  }

  private static void settle(JavalinConfig config, ServerConf conf, QueuedThreadPool threads) {
    LimitsConf limits = conf.limits();
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = limits.dossierBytes() + 1L;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = threads;
    if (!conf.origins().isEmpty()) {
      config.bundledPlugins.enableCors(
          cors ->
              cors.addRule(
                  rule -> {
                    conf.origins().forEach(rule::allowHost);
                    rule.exposeHeader(RequestIds.HEADER);
                    rule.maxAge = 600;
                  }));
    }
    config.jetty.modifyServletContextHandler(
        handler -> handler.setErrorHandler(new JettyProblems()));
    config.jetty.modifyServer(
        server -> {
          server.insertHandler(new GracefulHandler());
          server.insertHandler(shedding(limits));
          server.setErrorHandler(new JettyProblems());
          server.setStopTimeout(Duration.ofSeconds(conf.stopSeconds()).toMillis());
        });
    config.jetty.addConnector((server, http) -> connector(server, settled(http, conf), conf));
  }

  /** Health is told however busy the server is. */
  private static QoSHandler shedding(LimitsConf limits) {
    QoSHandler shedding = new QoSHandler();
    shedding.setMaxRequestCount(limits.concurrent());
    shedding.setMaxSuspendedRequestCount(limits.waiting());
    shedding.setMaxSuspend(Duration.ofMillis(limits.waitMillis()));
    shedding.setRejectStatusCode(503);
    shedding.excludePath("/health/*");
    return shedding;
  }

  private static HttpConfiguration settled(HttpConfiguration http, ServerConf conf) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    if (!conf.trustedProxies().isEmpty()) {
      http.addCustomizer(new TrustedProxies(Set.copyOf(conf.trustedProxies())));
    }
    if (conf.tls().given()) {
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    return http;
  }

  private static ServerConnector connector(
      org.eclipse.jetty.server.Server server, HttpConfiguration http, ServerConf conf) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector connector =
        conf.tls().given()
            ? new ServerConnector(
                server,
                1,
                1,
                new SslConnectionFactory(PemTls.context(conf.tls()), "http/1.1"),
                plain)
            : new ServerConnector(server, 1, 1, plain);
    connector.setHost(conf.host());
    connector.setPort(conf.port());
    connector.setIdleTimeout(Duration.ofSeconds(conf.limits().idleSeconds()).toMillis());
    return connector;
  }

  /** Javalin would take such a request for one of the other method. */
  private static void demandPlainMethod(Context context) {
    if (context.header("X-HTTP-Method-Override") != null
        || context.header("X-HTTP-Method") != null
        || context.header("X-Method-Override") != null) {
      throw Problem.of(ProblemKind.METHOD_OVERRIDE);
    }
  }

  /** Port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Threads that answer at this moment. */
  public int busyThreads() {
    return threads.getBusyThreads();
  }

  /** Requests that wait for a thread. */
  public int waiting() {
    return threads.getQueueSize();
  }

  /** Stops taking requests, and waits for those in flight. */
  @Override
  public void close() {
    javalin.stop();
  }
}
