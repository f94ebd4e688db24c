package io.clairscore.service.monitoring;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason for which something is not monitored. */
final class MonitoringErrors {

  private MonitoringErrors() {}

  static Refusal window(Series series, Throwable origin) {
    return Refusal.failed(
            "A window of the monitoring cannot be read.",
            "Series " + series + ": " + origin.getMessage(),
            "Delete the rows of monitoring_windows that this version did not write.")
        .from(origin);
  }

  static Refusal secret(Path file, Throwable origin) {
    return Refusal.usage(
            "The secret of the webhook cannot be read.",
            "monitoring.webhook.secretFile names " + file + ": " + origin,
            "Write at least 16 bytes into that file, readable by this user alone.")
        .from(origin);
  }

  static Refusal shortSecret(Path file) {
    return Refusal.usage(
        "The secret of the webhook is too short.",
        file + " holds fewer than 16 bytes.",
        "Write a random secret into it, such as of openssl rand -hex 32.");
  }
}
