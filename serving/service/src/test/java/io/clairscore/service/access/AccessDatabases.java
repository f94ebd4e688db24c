package io.clairscore.service.access;

import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of each kind for all tests of accounts, whose tables are made once and emptied for
 * each test.
 */
final class AccessDatabases implements BeforeAllCallback {
  private static final ExtensionContext.Namespace ALL =
      ExtensionContext.Namespace.create(AccessDatabases.class);

  private ExtensionContext.Store held;

  /** A database, until all tests have run. */
  private record Held(Database database, Path folder)
      implements ExtensionContext.Store.CloseableResource {

    static Held open(TestStore store) {
      try {
        Path folder = Files.createTempDirectory("accounts");
        return new Held(Database.open(store.fresh(folder)), folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      database.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    held = context.getRoot().getStore(ALL);
  }

  /** Accounts in an empty database. */
  AccessFixture fresh(TestStore store) {
    Database database = held.getOrComputeIfAbsent(store, Held::open, Held.class).database();
    database.change(
        handle ->
            List.of("sessions", "api_tokens", "accounts", "audit_events")
                .forEach(table -> handle.execute("delete from " + table)));
    return new AccessFixture(database);
  }
}
