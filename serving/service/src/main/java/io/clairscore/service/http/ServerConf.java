package io.clairscore.service.http;

import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * Where and how the server listens.
 *
 * @param host address it binds to
 * @param port port; 0 for any free one
 * @param origins other sites whose pages may ask, such as {@code https://dashboard.example}
 * @param trustedProxies addresses whose headers X-Forwarded-For and X-Forwarded-Proto are believed
 * @param tls PEM files, if it speaks TLS itself
 * @param stopSeconds how long requests in flight may take when it stops
 * @param accessLog whether every request is a line of the log; else those that failed
 * @param limits how much is taken
 */
public record ServerConf(
    String host,
    int port,
    List<String> origins,
    List<String> trustedProxies,
    TlsConf tls,
    int stopSeconds,
    boolean accessLog,
    LimitsConf limits) {

  public ServerConf {
    Require.present("server.host", host);
    Require.that(port >= 0 && port <= 65535, "server.port", port, "between 0 and 65535");
    origins = List.copyOf(Require.present("server.origins", origins));
    for (String origin : origins) {
      Require.that(
          origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?"),
          "server.origins",
          origin,
          "of the form https://host or https://host:port");
    }
    trustedProxies = List.copyOf(Require.present("server.trustedProxies", trustedProxies));
    Require.present("server.tls", tls);
    Require.positive("server.stopSeconds", stopSeconds);
    Require.present("server.limits", limits);
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }
}
