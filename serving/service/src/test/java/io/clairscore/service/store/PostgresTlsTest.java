package io.clairscore.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server with a certificate of its own, for the name "localhost". */
class PostgresTlsTest {
  @TempDir Path folder;

  private DatabaseConf plain;
  private Path certificate;

  @BeforeEach
  void protect() throws Exception {
    plain = TestStore.POSTGRES.fresh(folder);
    try {
      certificate = TestStore.server().certified();
    } catch (java.io.IOException e) {
      System.err.println("SKIPPED PostgresTlsTest: no certificate can be made here (openssl)");
      abort("no openssl: " + e.getMessage());
    }
    command("alter system set ssl = on");
    command("select pg_reload_conf()");
  }

  @AfterEach
  void unprotect() throws SQLException {
    command("alter system reset ssl");
    command("select pg_reload_conf()");
  }

  private void command(String sql) throws SQLException {
    try (var connection = TestStore.POSTGRES.connect(plain);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private DatabaseConf to(String host, Encryption way, Optional<Path> root) {
    PostgresServer server = TestStore.server();
    String database = plain.url().substring(plain.url().lastIndexOf('/') + 1);
    return new DatabaseConf(
        "jdbc:postgresql://" + host + ":" + server.port() + "/" + database,
        Optional.of(PostgresServer.USER),
        Optional.of(server.passwordFile()),
        Optional.empty(),
        way,
        root,
        2,
        Duration.ofSeconds(5),
        true);
  }

  @Test
  void aServerIsBelievedByItsCertificateAndItsNameAlone() throws Exception {
    Optional<Path> root = Optional.of(certificate);
    // The server reads its settings a moment after it was told to.
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!encrypted() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    try (Database database = Database.open(to("localhost", Encryption.VERIFY_FULL, root))) {
      assertThat(
              database.<Boolean>read(
                  handle ->
                      handle
                          .createQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                          .mapTo(Boolean.class)
                          .one()))
          .isTrue();
    }
    Database.open(to("127.0.0.1", Encryption.UNVERIFIED, Optional.empty())).close();
    refused(to("127.0.0.1", Encryption.VERIFY_FULL, root), "127.0.0.1");
    refused(to("localhost", Encryption.VERIFY_FULL, Optional.empty()), "certification path");
  }

  private boolean encrypted() throws SQLException {
    try (var connection = TestStore.POSTGRES.connect(plain);
        var found = connection.createStatement().executeQuery("show ssl")) {
      found.next();
      return found.getString(1).equals("on");
    }
  }

  private static void refused(DatabaseConf conf, String words) {
    assertThatThrownBy(() -> Database.open(conf))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words)
        .message()
        .doesNotContain(PostgresServer.PASSWORD);
  }
}
