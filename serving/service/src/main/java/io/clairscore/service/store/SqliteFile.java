package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** How connections to a SQLite file are opened. */
final class SqliteFile {
  /**
   * Writing from the first statement on: a transaction that reads first and writes later would be
   * refused whenever another had written in between, however long it waited. JDBC's own commit
   * begins the next transaction at once, and would keep every other writer out until it ends.
   */
  static final String BEGIN = "begin immediate";

  static final String COMMIT = "commit";
  static final String ROLLBACK = "rollback";

  private final DatabaseConf conf;

  private SqliteFile(DatabaseConf conf) {
    this.conf = conf;
  }

  /**
   * The file, made if it is absent, for this user alone: it holds what clients told.
   *
   * @throws Refusal with FAILED if it cannot be made
   */
  static SqliteFile of(DatabaseConf conf) {
    Path file = conf.file();
    try {
      Files.createDirectories(file.getParent());
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException known) {
      // It was made before.
    } catch (IOException e) {
      throw StoreErrors.notPrivate(file, e);
    }
    return new SqliteFile(conf);
  }

  /** A connection that changes rows, between {@link #BEGIN} and {@link #COMMIT}. */
  Connection writing() throws SQLException {
    return connect(config());
  }

  /** A connection that only reads. */
  Connection reading() throws SQLException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return connect(config);
  }

  private SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // What is committed is on disk.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) conf.patience().toMillis());
    config.enforceForeignKeys(true);
    // What retention removes is overwritten, not merely forgotten.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config;
  }

  private Connection connect(SQLiteConfig config) throws SQLException {
    return config.createConnection(DatabaseConf.SQLITE + conf.file());
  }
}
