package io.clairscore.service.access;

import io.clairscore.features.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When sessions and tokens were last used: noted in memory by each request, and written together
 * now and then. What a crash loses is at most that span, by which a session ends the earlier.
 */
final class LastUses implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LastUses.class);
  private static final Duration WRITTEN_EVERY = Duration.ofSeconds(30);

  private final AccessConf conf;
  private final AccessStore store;
  private final Map<Digest, Use> uses = new ConcurrentHashMap<>();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "last-uses");
            thread.setDaemon(true);
            return thread;
          });

  LastUses(AccessConf conf, AccessStore store) {
    this.conf = conf;
    this.store = store;
  }

  void start() {
    long seconds = WRITTEN_EVERY.toSeconds();
    writer.scheduleWithFixedDelay(this::attempt, seconds, seconds, TimeUnit.SECONDS);
  }

  /** A use of a session, or of a token if there is one. */
  static final class Use {
    private final Digest digest;
    private final String token;
    private final String account;
    private volatile long micros;
    private long written;

    private Use(Digest digest, String token, String account) {
      this.digest = digest;
      this.token = token;
      this.account = account;
    }

    void note(long at) {
      micros = at;
    }

    /** The last one, or the beginning of time. */
    Instant moment() {
      return EpochMicros.of(micros);
    }

    private void write(Handle handle) {
      long at = micros;
      if (token == null) {
        SessionRows.used(handle, digest, at);
      } else {
        TokenRows.used(handle, token, at);
      }
      AccountRows.used(handle, account, at);
      written = at;
    }
  }

  /**
   * The uses of a secret.
   *
   * @param token identifier of the token, or null of a session
   */
  Use of(Digest digest, String token, String account) {
    return uses.computeIfAbsent(digest, unknown -> new Use(digest, token, account));
  }

  /** Writes what was not written yet, and forgets what is no longer used. */
  synchronized void write() {
    long forgotten = EpochMicros.micros(store.now().minus(conf.idle()));
    store.note(
        handle -> {
          uses.values().stream()
              .filter(use -> use.micros > use.written)
              .forEach(use -> use.write(handle));
          SessionRows.clean(handle, conf, store.now());
          return null;
        });
    uses.values().removeIf(use -> use.micros == use.written && use.micros < forgotten);
  }

  private void attempt() {
    try {
      write();
    } catch (Refusal e) {
      LOG.warn("last uses are not written yet: {}", e.problem());
    } catch (RuntimeException e) {
      LOG.error("last uses are not written", e);
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    attempt();
  }
}
