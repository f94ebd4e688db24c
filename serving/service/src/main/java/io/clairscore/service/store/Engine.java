package io.clairscore.service.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** What differs between the two kinds of database. */
interface Engine extends AutoCloseable {

  /** Words that migrations spell differently. */
  Map<String, String> placeholders();

  /** Connections for what makes the tables. */
  DataSource migrating();

  <T> T read(Function<Handle, T> work);

  <T> T write(Function<Handle, T> work);

  WriterSeat seat();

  /** Whether a statement failed because rows contradict a rule of their table. */
  boolean isConflict(SQLException failure);

  @Override
  void close();
}
