package io.clairscore.service.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;

/**
 * The published table of clients in DuckDB, in this process: it reads that one file, writes none,
 * and its settings cannot be changed any more. Thread-safe.
 */
final class ClientTable implements AutoCloseable {
  /** All columns, read from the file. */
  private static final String ALL = "clients";

  /** The columns most asked for, in memory. */
  private static final String KEPT = "kept";

  private final Path file;
  private final PopulationConf conf;
  private final KeptColumns kept;
  private final ReadColumns read;
  private final DuckDBConnection root;
  private final Connections connections;

  /**
   * Opens the table of a file.
   *
   * @param kept columns that are held in memory
   * @throws Refusal with FAILED if it is absent, damaged or has other columns
   */
  ClientTable(Path file, PopulationConf conf, KeptColumns kept) {
    this.file = file.toAbsolutePath().normalize();
    this.conf = conf;
    this.kept = kept;
    this.read = new ReadColumns(ALL, conf.limitSeconds());
    if (!Files.isReadable(this.file)) {
      throw PopulationErrors.absent(this.file);
    }
    this.root = connect();
    try {
      prepare();
      List<Connection> copies = new ArrayList<>();
      for (int i = 0; i < conf.queries(); i++) {
        copies.add(root.duplicate());
      }
      this.connections = new Connections(copies, conf.waiting(), conf.patience());
    } catch (SQLException e) {
      closeRoot();
      throw PopulationErrors.damaged(this.file, e);
    } catch (Refusal e) {
      closeRoot();
      throw e;
    }
  }

  private DuckDBConnection connect() {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(conf.threads()));
    settings.setProperty("memory_limit", conf.memoryMebibytes() + "MiB");
    settings.setProperty("temp_directory", "");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      return DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    } catch (SQLException e) {
      throw PopulationErrors.failed(e);
    }
  }

  /** The order is DuckDB's: what is locked can no longer be set. */
  private void prepare() throws SQLException {
    try (Statement statement = root.createStatement()) {
      // Sound because a published file never changes.
      statement.execute("SET GLOBAL parquet_metadata_cache = true");
      statement.execute(
          "CREATE VIEW " + ALL + " AS SELECT * FROM read_parquet(" + literal(file) + ")");
      requireColumns(statement);
      for (String sql : kept.statements(KEPT, ALL)) {
        statement.execute(sql);
      }
      statement.execute("SET allowed_directories = [" + literal(file.getParent()) + "]");
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
  }

  private void requireColumns(Statement statement) throws SQLException {
    Map<String, String> types = new HashMap<>();
    try (ResultSet columns =
        statement.executeQuery("SELECT column_name, column_type FROM (DESCRIBE " + ALL + ")")) {
      while (columns.next()) {
        types.put(columns.getString(1), columns.getString(2));
      }
    }
    for (ExploredColumn column : PopulationColumns.all().columns()) {
      String type = types.get(column.stored());
      if (type == null) {
        throw PopulationErrors.otherColumns(file, column.stored(), "is missing");
      }
      if (!column.storage().admits(type)) {
        throw PopulationErrors.otherColumns(file, column.stored(), "holds " + type);
      }
    }
  }

  /** What a question selects from that needs these columns. */
  String with(Collection<ExploredColumn> columns) {
    return KEPT + ReadColumns.joined(besides(columns));
  }

  /** The columns that are not kept, each stored one once. */
  private List<ExploredColumn> besides(Collection<ExploredColumn> columns) {
    Map<String, ExploredColumn> besides = new TreeMap<>();
    columns.stream()
        .filter(column -> !kept.has(column))
        .forEach(column -> besides.putIfAbsent(column.stored(), column));
    return List.copyOf(besides.values());
  }

  /** How many questions wait to be admitted. */
  int waiting() {
    return connections.waiting();
  }

  KeptColumns kept() {
    return kept;
  }

  /** What is made of a result. */
  interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /**
   * Asks.
   *
   * @param columns the same as the question is {@link #with}
   * @throws Refusal with LOCKED if there are too many questions or this one took too long, with
   *     FAILED otherwise
   */
  <T> T ask(Collection<ExploredColumn> columns, Sql sql, Reading<T> reading) {
    List<ExploredColumn> besides = besides(columns);
    Connection connection = connections.take();
    try {
      try {
        read.hold(besides, connection);
        return ask(connection, sql, reading);
      } finally {
        read.release(besides, connection);
      }
    } catch (SQLException e) {
      throw refusal(e);
    } finally {
      connections.giveBack(connection);
    }
  }

  private <T> T ask(Connection connection, Sql sql, Reading<T> reading) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      statement.setQueryTimeout(conf.limitSeconds());
      for (int i = 0; i < sql.values().size(); i++) {
        statement.setObject(i + 1, sql.values().get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return reading.read(rows);
      }
    }
  }

  private Refusal refusal(SQLException fault) {
    String message = String.valueOf(fault.getMessage());
    if (!Files.isReadable(file)) {
      return PopulationErrors.absent(file);
    }
    if (message.contains("INTERRUPT") || message.contains("timeout")) {
      return PopulationErrors.slow(fault);
    }
    if (message.contains("Out of Memory")) {
      return PopulationErrors.memory(fault);
    }
    return message.contains("Parquet") || message.startsWith("IO Error")
        ? PopulationErrors.damaged(file, fault)
        : PopulationErrors.failed(fault);
  }

  private static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  private void closeRoot() {
    try {
      root.close();
    } catch (SQLException e) {
      throw PopulationErrors.failed(e);
    }
  }

  /** Waits for the questions that are being answered. */
  @Override
  public void close() {
    connections.close(conf.limit());
    closeRoot();
  }
}
