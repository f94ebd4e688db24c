package io.clairscore.service.monitoring;

import io.clairscore.service.store.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers messages about alerts to the address of the settings. Each is signed: header {@code
 * X-Clairscore-Signature} is {@code v1=} and the HMAC-SHA256, in hexadecimal digits, of the header
 * {@code X-Clairscore-Timestamp} (seconds since 1970), a dot and the body. A receiver that compares
 * both, and refuses old timestamps and numbers ({@code X-Clairscore-Message}) it knows, cannot be
 * deceived. A message is tried again, ever more seldom, until it is answered with a status of 200
 * to 299; redirections are not followed.
 */
final class Webhook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final int SHORTEST_SECRET = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 10;

  private final Database database;
  private final URI address;
  private final SecretKeySpec secret;
  private final Duration pause;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Thread thread = new Thread(this::run, "alert-webhook");
  private volatile boolean closing;

  /**
   * @param pause before the second attempt; doubled with each one more, up to a thousandfold
   * @throws io.clairscore.features.refusal.Refusal with USAGE if there is no secret
   */
  Webhook(Database database, WebhookConf conf, Duration pause, Clock clock) {
    this.database = database;
    this.address = URI.create(conf.url());
    this.secret = new SecretKeySpec(secret(Path.of(conf.secretFile())), "HmacSHA256");
    this.pause = pause;
    this.clock = clock;
    thread.setDaemon(true);
  }

  private static byte[] secret(Path file) {
    try {
      byte[] secret =
          Files.readString(file, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
      if (secret.length < SHORTEST_SECRET) {
        throw MonitoringErrors.shortSecret(file);
      }
      return secret;
    } catch (IOException e) {
      throw MonitoringErrors.secret(file, e);
    }
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closing) {
      try {
        deliver();
        Thread.sleep(pause.toMillis());
      } catch (InterruptedException closed) {
        return;
      } catch (RuntimeException away) {
        LOG.warn("messages about alerts wait: {}", away.getMessage());
        if (!paused()) {
          return;
        }
      }
    }
  }

  private boolean paused() {
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException closed) {
      return false;
    }
  }

  /** Tries every message whose turn it is. */
  void deliver() throws InterruptedException {
    for (Outbox.Message message : database.read(handle -> Outbox.due(handle, clock.millis()))) {
      Optional<String> failure = send(message);
      long now = clock.millis();
      long wait = pause.toMillis() << Math.min(MOST_DOUBLINGS, message.attempts());
      database.change(handle -> Outbox.tried(handle, message, failure, now, now + wait));
      failure.ifPresent(
          why -> LOG.warn("message {} about an alert is not delivered: {}", message.id(), why));
    }
  }

  /** Why a message is not delivered; nothing if it is. */
  private Optional<String> send(Outbox.Message message) throws InterruptedException {
    String timestamp = Long.toString(clock.millis() / 1000);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", "clairscore")
            .header("X-Clairscore-Message", Long.toString(message.id()))
            .header("X-Clairscore-Timestamp", timestamp)
            .header("X-Clairscore-Signature", "v1=" + signature(timestamp, message.body()))
            .POST(HttpRequest.BodyPublishers.ofString(message.body()))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? Optional.empty() : Optional.of("status " + status);
    } catch (IOException e) {
      return Optional.of(e.getClass().getSimpleName());
    }
  }

  private String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      byte[] signed = (timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }
}
