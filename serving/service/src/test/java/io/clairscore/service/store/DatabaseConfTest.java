package io.clairscore.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseConfTest {
  private static final String SERVER = "jdbc:postgresql://db.example:5432/clairscore";

  @TempDir Path folder;

  private static DatabaseConf conf(String url, Encryption way, boolean lasting) {
    return conf(url, way, lasting, Optional.empty(), Optional.empty());
  }

  private static DatabaseConf conf(
      String url,
      Encryption way,
      boolean lasting,
      Optional<Path> passwordFile,
      Optional<String> variable) {
    return new DatabaseConf(
        url,
        Optional.of("me"),
        passwordFile,
        variable,
        way,
        Optional.empty(),
        4,
        Duration.ofSeconds(1),
        lasting);
  }

  private static void refused(Runnable made, String words) {
    assertThatThrownBy(made::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USAGE))
        .hasMessageContaining(words)
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void aFileIsRefusedWhereTheDiskDoesNotLast() {
    refused(
        () -> conf("jdbc:sqlite:work/clairscore.db", Encryption.VERIFY_FULL, false),
        "Give it a PostgreSQL database");
    assertThat(conf(SERVER, Encryption.VERIFY_FULL, false)).hasToString(SERVER);
  }

  @Test
  void addressesThatTellSecretsOrNameNothingAreRefusedWithoutBeingRepeated() {
    for (String url :
        List.of(
            "jdbc:postgresql://me:s3cret@db.example/clairscore",
            SERVER + "?password=s3cret",
            "jdbc:mysql://db.example/s3cret",
            "jdbc:postgresql:/clairscore-s3cret")) {
      refused(() -> conf(url, Encryption.VERIFY_FULL, true), "it is neither");
    }
    for (String file : List.of("", ":memory:", "a.db?mode=memory")) {
      refused(() -> conf("jdbc:sqlite:" + file, Encryption.VERIFY_FULL, true), "names no file");
    }
  }

  @Test
  void theWayToAnotherMachineIsProtected() {
    refused(() -> conf(SERVER, Encryption.NONE, true), "db.example is another machine");
    for (String host : List.of("localhost", "127.0.0.1", "[::1]:5433")) {
      assertThat(conf("jdbc:postgresql://" + host + "/x", Encryption.NONE, true).isFile())
          .isFalse();
    }
  }

  @Test
  void aPasswordThatIsNotWhereItShouldBeIsRefused() throws Exception {
    DatabaseConf nowhere =
        conf(
            SERVER,
            Encryption.VERIFY_FULL,
            true,
            Optional.of(folder.resolve("no")),
            Optional.empty());
    refused(() -> PostgresServerSource.of(nowhere, Map.of(), 1), "NoSuchFileException");
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    DatabaseConf blank =
        conf(SERVER, Encryption.VERIFY_FULL, true, Optional.of(empty), Optional.empty());
    refused(() -> PostgresServerSource.of(blank, Map.of(), 1), "it is empty");
    DatabaseConf variable =
        conf(SERVER, Encryption.VERIFY_FULL, true, Optional.empty(), Optional.of("DB_PASSWORD"));
    refused(
        () -> PostgresServerSource.of(variable, Map.of(), 1),
        "variable DB_PASSWORD: it is not set");
    assertThat(PostgresServerSource.of(variable, Map.of("DB_PASSWORD", "s3cret"), 1).getPassword())
        .isEqualTo("s3cret");
  }
}
