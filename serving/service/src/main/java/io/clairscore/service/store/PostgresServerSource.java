package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** How connections to PostgreSQL are opened. */
final class PostgresServerSource {
  private PostgresServerSource() {}

  /**
   * A source of single connections.
   *
   * @param environment may hold the password
   * @param answer seconds in which a statement is answered, 0 for any time
   * @throws Refusal with USAGE if there is no password where it should be
   */
  static PGSimpleDataSource of(DatabaseConf conf, Map<String, String> environment, int answer) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(conf.url());
    conf.user().ifPresent(source::setUser);
    conf.passwordFile()
        .map(PostgresServerSource::read)
        .or(() -> conf.passwordVariable().map(name -> variable(name, environment)))
        .ifPresent(source::setPassword);
    int seconds = (int) Math.max(1, conf.patience().toSeconds());
    source.setConnectTimeout(seconds);
    source.setLoginTimeout(seconds);
    // An answer that does not come is a failure, also when the network swallows everything.
    source.setSocketTimeout(answer);
    source.setTcpKeepAlive(true);
    source.setApplicationName("clairscore");
    source.setReWriteBatchedInserts(true);
    source.setReadOnlyMode("always");
    protect(source, conf);
    return source;
  }

  private static void protect(PGSimpleDataSource source, DatabaseConf conf) {
    switch (conf.tls()) {
      case NONE -> source.setSslMode("disable");
      case UNVERIFIED -> source.setSslMode("require");
      case VERIFY_FULL -> {
        source.setSslMode("verify-full");
        conf.rootCertificate()
            .ifPresentOrElse(
                file -> source.setSslRootCert(file.toAbsolutePath().toString()),
                () -> source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory"));
      }
    }
  }

  private static String read(Path file) {
    try {
      String password = Files.readString(file).strip();
      if (password.isEmpty()) {
        throw StoreErrors.password(file.toString(), "it is empty");
      }
      return password;
    } catch (IOException e) {
      throw StoreErrors.password(file.toString(), e.getClass().getSimpleName());
    }
  }

  private static String variable(String name, Map<String, String> environment) {
    String password = environment.getOrDefault(name, "");
    if (password.isEmpty()) {
      throw StoreErrors.password("environment variable " + name, "it is not set");
    }
    return password;
  }
}
