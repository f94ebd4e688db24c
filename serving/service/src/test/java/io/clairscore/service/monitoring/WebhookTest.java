package io.clairscore.service.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.http.Json;
import io.clairscore.service.monitoring.Rule.Direction;
import io.clairscore.service.monitoring.Rule.Severity;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.DatabaseConf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver on this machine is told of alerts, and can tell that it is us who tell it. */
class WebhookTest {
  private static final String SECRET = "a secret of more than sixteen bytes";
  private static final Rule DISK =
      new Rule("disk", "disk-free", Direction.BELOW, 1e9, 1e9, 0, Severity.CRITICAL);

  @TempDir Path folder;
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private Database database;
  private Path secret;

  private record Received(String message, String timestamp, String signature, String body) {}

  @BeforeEach
  void listen() throws IOException {
    secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    database = Database.open(DatabaseConf.sqlite(folder.resolve("service.db")));
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          received.add(
              new Received(
                  headers.getFirst("X-Clairscore-Message"),
                  headers.getFirst("X-Clairscore-Timestamp"),
                  headers.getFirst("X-Clairscore-Signature"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.poll(), -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
    database.close();
  }

  private WebhookConf conf() {
    return new WebhookConf(
        "http://127.0.0.1:" + receiver.getAddress().getPort() + "/alerts", secret.toString());
  }

  private Webhook webhook(Duration pause) {
    return new Webhook(database, conf(), pause, Clock.systemUTC());
  }

  private void alert() {
    new AlertBook(database, new Outbox(true)).open(DISK, System.currentTimeMillis(), 5e8);
  }

  private long waiting() {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from alert_messages where delivered_at is null")
                .mapTo(Long.class)
                .one());
  }

  @Test
  void aMessageIsSignedOverItsTimeAndBody() throws Exception {
    alert();
    webhook(Duration.ofMillis(1)).deliver();
    assertThat(received).hasSize(1);
    Received message = received.get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = (message.timestamp() + "." + message.body()).getBytes(StandardCharsets.UTF_8);
    assertThat(message.signature())
        .isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal(signed)));
    var body = Json.MAPPER.readTree(message.body());
    assertThat(body.get("rule").asText()).isEqualTo("disk");
    assertThat(body.at("/fr/sentence").asText()).contains("seuil");
    assertThat(body.at("/en/remedy").asText()).contains("Make room");
    assertThat(waiting()).isZero();
  }

  @Test
  void aMessageIsTriedAgainUntilItIsTaken() throws Exception {
    answers.addAll(List.of(500, 302, 404));
    alert();
    Webhook webhook = webhook(Duration.ofMillis(1));
    for (int attempt = 1; attempt <= 4; attempt++) {
      webhook.deliver();
      assertThat(received).hasSize(attempt);
      assertThat(waiting()).isEqualTo(attempt < 4 ? 1 : 0);
      Thread.sleep(20);
    }
    webhook.deliver();
    assertThat(received).as("what was taken is not told again").hasSize(4);
    assertThat(received).extracting(Received::message).containsOnly("1");
  }

  @Test
  void aReceiverThatIsAwayIsWaitedForAndHoldsNothingUp() throws Exception {
    int port = receiver.getAddress().getPort();
    receiver.stop(0);
    alert();
    Webhook webhook = webhook(Duration.ofSeconds(30));
    webhook.deliver();
    assertThat(waiting()).isOne();
    String failure =
        database.read(
            handle ->
                handle.createQuery("select failure from alert_messages").mapTo(String.class).one());
    assertThat(failure).isEqualTo("ConnectException").doesNotContain("" + port);
    webhook.deliver();
    int attempts =
        database.read(
            handle ->
                handle
                    .createQuery("select attempts from alert_messages")
                    .mapTo(Integer.class)
                    .one());
    assertThat(attempts).as("it is not its turn yet").isOne();
  }

  @Test
  void itsThreadDeliversByItself() throws Exception {
    try (Webhook webhook = webhook(Duration.ofMillis(20))) {
      webhook.start();
      alert();
      for (int i = 0; i < 200 && waiting() > 0; i++) {
        Thread.sleep(20);
      }
    }
    assertThat(received).hasSize(1);
  }

  @Test
  void withoutASecretNobodyIsTold() throws IOException, GeneralSecurityException {
    Files.writeString(secret, "short");
    assertThatThrownBy(() -> webhook(Duration.ofSeconds(1)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("16 bytes")
        .message()
        .doesNotContain("short\n");
    Files.delete(secret);
    assertThatThrownBy(() -> webhook(Duration.ofSeconds(1)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("secretFile");
  }

  @Test
  void anAddressThatIsNoneOfOursIsRefused() {
    for (String url :
        List.of(
            "http://example.org/",
            "ftp://127.0.0.1/",
            "https://user:word@example.org/",
            "https://example.org/#x",
            "not an address")) {
      assertThatThrownBy(() -> new WebhookConf(url, "secret"))
          .hasMessageContaining("monitoring.webhook.url")
          .message()
          .doesNotContain("word@");
    }
    assertThat(new WebhookConf("https://example.org/hook", "secret").given()).isTrue();
    assertThat(new WebhookConf("", "").given()).isFalse();
  }
}
