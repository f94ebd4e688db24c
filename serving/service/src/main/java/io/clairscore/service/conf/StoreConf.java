package io.clairscore.service.conf;

import io.clairscore.features.settings.Require;
import io.clairscore.service.store.DatabaseConf;
import io.clairscore.service.store.Encryption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where rows are kept; see {@link DatabaseConf}. Empty texts are values that are not given. */
public record StoreConf(
    String url,
    String user,
    String passwordFile,
    String passwordVariable,
    String tls,
    String rootCertificate,
    int pool,
    int patienceMillis,
    String lastingDisk) {
  private static final List<String> ANSWERS = List.of("auto", "true", "false");

  /** Set by Heroku and by those who do as it does. */
  private static final String DYNO = "DYNO";

  public StoreConf {
    Require.present("store.url", url);
    Require.that(
        Arrays.stream(Encryption.values()).anyMatch(way -> way.name().equals(tls)),
        "store.tls",
        tls,
        "one of " + Arrays.toString(Encryption.values()));
    Require.positive("store.pool", pool);
    Require.positive("store.patienceMillis", patienceMillis);
    Require.that(
        ANSWERS.contains(lastingDisk), "store.lastingDisk", lastingDisk, "one of " + ANSWERS);
  }

  /** Folder on the disk that matters to the service: that of its file, or the one it runs in. */
  public Path folder() {
    String file = "jdbc:sqlite:";
    Path folder = url.startsWith(file) ? Path.of(url.substring(file.length())).getParent() : null;
    return folder == null ? Path.of(".") : folder;
  }

  /**
   * What the store is opened by.
   *
   * @throws io.clairscore.features.refusal.Refusal with USAGE if the values do not fit together
   */
  public DatabaseConf database() {
    return new DatabaseConf(
        url,
        given(user),
        given(passwordFile).map(Path::of),
        given(passwordVariable),
        Encryption.valueOf(tls),
        given(rootCertificate).map(Path::of),
        pool,
        Duration.ofMillis(patienceMillis),
        lastingDisk.equals("auto") ? System.getenv(DYNO) == null : lastingDisk.equals("true"));
  }

  private static Optional<String> given(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
