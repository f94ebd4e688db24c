package io.clairscore.service.http;

import io.clairscore.features.settings.Require;

/**
 * How much is taken of whom.
 *
 * @param bodyBytes largest body of most routes
 * @param dossierBytes largest body where dossiers are sent
 * @param dossiers most dossiers or vectors of one request
 * @param requestsPerSecond of one principal, in the long run
 * @param burst requests of one principal at once
 * @param probesPerMinute simulations and the like of one principal
 * @param clientsPerHour files of different clients that one person opens
 * @param concurrent requests answered at a time
 * @param waiting requests that may wait; more are refused
 * @param waitMillis how long one waits before it is refused
 * @param idleSeconds after which a silent connection is closed
 */
public record LimitsConf(
    int bodyBytes,
    int dossierBytes,
    int dossiers,
    int requestsPerSecond,
    int burst,
    int probesPerMinute,
    int clientsPerHour,
    int concurrent,
    int waiting,
    int waitMillis,
    int idleSeconds) {

  public LimitsConf {
    Require.atLeast(1024, "server.limits.bodyBytes", bodyBytes);
    Require.atLeast(bodyBytes, "server.limits.dossierBytes", dossierBytes);
    Require.positive("server.limits.dossiers", dossiers);
    Require.positive("server.limits.requestsPerSecond", requestsPerSecond);
    Require.positive("server.limits.burst", burst);
    Require.positive("server.limits.probesPerMinute", probesPerMinute);
    Require.positive("server.limits.clientsPerHour", clientsPerHour);
    Require.positive("server.limits.concurrent", concurrent);
    Require.notNegative("server.limits.waiting", waiting);
    Require.positive("server.limits.waitMillis", waitMillis);
    Require.positive("server.limits.idleSeconds", idleSeconds);
  }
}
