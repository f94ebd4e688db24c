package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the service keeps its rows.
 *
 * @param url {@code jdbc:sqlite:PATH} or {@code jdbc:postgresql://HOST[:PORT]/DATABASE}, without
 *     user, password or parameters
 * @param user of PostgreSQL
 * @param passwordFile file that holds the password and nothing else
 * @param passwordVariable environment variable that holds it, if no file does
 * @param tls protection of the way to PostgreSQL
 * @param rootCertificate PEM file of who signed the server's certificate; without it, whom Java
 *     trusts
 * @param pool most connections to PostgreSQL, or idle readers of SQLite
 * @param patience how long a connection, a lock or a statement is waited for
 * @param lastingDisk whether files outlive the process: without that, SQLite is refused
 */
public record DatabaseConf(
    String url,
    Optional<String> user,
    Optional<Path> passwordFile,
    Optional<String> passwordVariable,
    Encryption tls,
    Optional<Path> rootCertificate,
    int pool,
    Duration patience,
    boolean lastingDisk) {
  static final String SQLITE = "jdbc:sqlite:";
  static final String POSTGRES = "jdbc:postgresql:";
  private static final Pattern POSTGRES_URL =
      Pattern.compile("jdbc:postgresql://([A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+])(:\\d+)?/([^/?@:]+)");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");
  private static final int MOST_CONNECTIONS = 200;

  /**
   * @throws Refusal with USAGE, if the values do not fit together
   */
  public DatabaseConf {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(tls, "tls");
    if (pool < 1 || pool > MOST_CONNECTIONS) {
      throw StoreErrors.setting("pool", "it is " + pool, "Use 1 to " + MOST_CONNECTIONS + ".");
    }
    if (patience.toMillis() < 1) {
      throw StoreErrors.setting("patience", "it is " + patience, "Use at least a millisecond.");
    }
    if (url.startsWith(SQLITE)) {
      checkFile(url.substring(SQLITE.length()), lastingDisk);
    } else {
      checkServer(url, tls);
    }
  }

  /** A SQLite file, with the usual values. */
  public static DatabaseConf sqlite(Path file) {
    return new DatabaseConf(
        SQLITE + file,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Encryption.VERIFY_FULL,
        Optional.empty(),
        4,
        Duration.ofSeconds(5),
        true);
  }

  /** A database of PostgreSQL on this machine, with the usual values. */
  public static DatabaseConf local(String url, String user, Path passwordFile) {
    return new DatabaseConf(
        url,
        Optional.of(user),
        Optional.of(passwordFile),
        Optional.empty(),
        Encryption.NONE,
        Optional.empty(),
        8,
        Duration.ofSeconds(5),
        true);
  }

  /** Whether it is a file of SQLite. */
  boolean isFile() {
    return url.startsWith(SQLITE);
  }

  /** The file of SQLite. */
  Path file() {
    return Path.of(url.substring(SQLITE.length())).toAbsolutePath();
  }

  /** The database for a message: it holds no secret. */
  @Override
  public String toString() {
    return url;
  }

  private static void checkFile(String file, boolean lastingDisk) {
    String name = file.toLowerCase(Locale.ROOT);
    if (file.isBlank() || name.contains(":memory:") || file.contains("?")) {
      throw StoreErrors.setting(
          "url",
          "'" + SQLITE + file + "' names no file",
          "Write " + SQLITE + "PATH, with nothing behind the path.");
    }
    if (!lastingDisk) {
      throw StoreErrors.passingDisk();
    }
  }

  private static void checkServer(String url, Encryption tls) {
    Matcher address = POSTGRES_URL.matcher(url);
    if (!address.matches()) {
      // The address is not repeated: it may hold a password.
      throw StoreErrors.setting(
          "url",
          "it is neither " + SQLITE + "PATH nor " + POSTGRES + "//HOST[:PORT]/DATABASE",
          "Write one of the two; user, password and protection are settings of their own.");
    }
    if (tls == Encryption.NONE && !LOOPBACK.matcher(address.group(1)).matches()) {
      throw StoreErrors.setting(
          "tls",
          "it is NONE, and " + address.group(1) + " is another machine",
          "Use VERIFY_FULL, with rootCertificate if the server's certificate is your own.");
    }
  }
}
