package io.clairscore.service.population;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Admits so many queries at once: each has a connection to itself while it runs. So many more may
 * wait, and not for ever; whoever comes then is refused at once.
 */
final class Connections implements AutoCloseable {
  private final BlockingQueue<Connection> idle;
  private final int size;
  private final int mostWaiting;
  private final Duration patience;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean closed;

  Connections(Collection<Connection> connections, int mostWaiting, Duration patience) {
    this.size = connections.size();
    this.idle = new ArrayBlockingQueue<>(size, true, connections);
    this.mostWaiting = mostWaiting;
    this.patience = patience;
  }

  /**
   * A connection, to be given back.
   *
   * @throws io.clairscore.features.refusal.Refusal with LOCKED if there are too many questions
   */
  Connection take() {
    Connection connection = closed ? null : idle.poll();
    if (connection == null) {
      connection = await();
    }
    if (closed) {
      giveBack(connection);
      throw PopulationErrors.closed();
    }
    return connection;
  }

  private Connection await() {
    if (closed) {
      throw PopulationErrors.closed();
    }
    if (waiting.incrementAndGet() > mostWaiting) {
      waiting.decrementAndGet();
      throw PopulationErrors.busy();
    }
    try {
      Connection connection = idle.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (connection == null) {
        throw PopulationErrors.busy();
      }
      return connection;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PopulationErrors.busy();
    } finally {
      waiting.decrementAndGet();
    }
  }

  int waiting() {
    return waiting.get();
  }

  void giveBack(Connection connection) {
    idle.add(connection);
  }

  /** Lets nobody in any more, waits for those who are in, and closes. */
  void close(Duration atMost) {
    closed = true;
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (int i = 0; i < size; i++) {
        Connection connection = idle.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (connection != null) {
          connection.close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw PopulationErrors.failed(e);
    }
  }

  @Override
  public void close() {
    close(Duration.ZERO);
  }
}
