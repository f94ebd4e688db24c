package io.clairscore.service.events;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.scorer.event.PredictionEvents;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.WriterSeat;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The log of events. Any number of threads append; one thread writes what waits with one commit,
 * and completes the futures when that is on disk. One log of a database is open at a time.
 *
 * <p>A future fails with a {@link Refusal} of kind FAILED if its events are not durable, or if it
 * cannot be learnt whether they are; the log itself goes on, and is well again when its store is.
 */
public final class EventLog implements AutoCloseable {
  private static final long WAIT_MILLIS = 100;

  private final EventsConf conf;
  private final Executor completing;
  private final WriterSeat seat;
  private final GroupWriter writer;
  private final BlockingQueue<Append> queue;
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder durable = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder commits = new LongAdder();
  private final LongAdder committing = new LongAdder();
  private final Thread thread;
  private volatile boolean healthy = true;
  private volatile boolean closing;
  private volatile boolean ended;

  private EventLog(WriterSeat seat, EventsConf conf, Executor completing, EventClock clock) {
    this.conf = conf;
    this.completing = completing;
    this.seat = seat;
    this.writer = new GroupWriter(seat, conf, clock);
    this.queue = new ArrayBlockingQueue<>(conf.queue());
    this.thread = new Thread(this::run, "event-writer");
  }

  /**
   * Opens the log, whose futures are completed by its own thread: whoever continues them must not
   * wait for anything, or everybody waits.
   *
   * @throws Refusal with LOCKED if another process has it open, with FAILED if the database fails
   */
  public static EventLog open(Database database, EventsConf conf) {
    return open(database, conf, Runnable::run);
  }

  /** Opens the log, whose futures are completed by an executor. */
  public static EventLog open(Database database, EventsConf conf, Executor completing) {
    return open(
        database.seat(), conf, completing, new EventClock(Clock.systemUTC(), System::nanoTime));
  }

  static EventLog open(WriterSeat seat, EventsConf conf, Executor completing, EventClock clock) {
    EventLog log = new EventLog(seat, conf, completing, clock);
    try {
      log.writer.begin();
    } catch (SQLException e) {
      seat.close();
      throw EventsErrors.notKept(e);
    }
    log.thread.start();
    return log;
  }

  /** Appends a prediction; the receipt comes when it is on disk. */
  public CompletableFuture<EventReceipt> append(PredictionEvent event) {
    return append(List.of(row(event))).thenApply(receipts -> receipts.get(0));
  }

  /** Appends an audit event; the receipt comes when it is on disk. */
  public CompletableFuture<EventReceipt> append(AuditEvent event) {
    return append(List.of(event.row())).thenApply(receipts -> receipts.get(0));
  }

  /**
   * Appends the predictions of one request: all become durable, or none.
   *
   * @param events at least one, no more than the queue has room for
   */
  public CompletableFuture<List<EventReceipt>> appendAll(List<PredictionEvent> events) {
    return append(events.stream().map(EventLog::row).toList());
  }

  /** How the log is. */
  public EventLogStatus status() {
    return new EventLogStatus(
        healthy && !closing,
        waiting.get(),
        conf.queue(),
        durable.sum(),
        commits.sum(),
        committing.sum(),
        failed.sum(),
        refused.sum());
  }

  /** Takes no more events, writes those that wait, and leaves the log to the next. */
  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    seat.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static EventRow row(PredictionEvent event) {
    return new EventRow(PredictionEvents.TABLE, event.cells());
  }

  private CompletableFuture<List<EventReceipt>> append(List<EventRow> rows) {
    if (closing) {
      return refusal(EventsErrors.ending());
    }
    if (waiting.addAndGet(rows.size()) > conf.queue()) {
      waiting.addAndGet(-rows.size());
      return refusal(EventsErrors.full(conf.queue()));
    }
    Append append = new Append(rows, new CompletableFuture<>());
    queue.add(append);
    if (ended) {
      // It came after the last look into the queue.
      leaveNobodyWaiting();
    }
    return append.receipts();
  }

  private CompletableFuture<List<EventReceipt>> refusal(Refusal refusal) {
    refused.increment();
    return CompletableFuture.failedFuture(refusal);
  }

  private void run() {
    List<Append> batch = new ArrayList<>();
    while (take(batch)) {
      write(List.copyOf(batch));
      batch.clear();
    }
    ended = true;
    leaveNobodyWaiting();
  }

  /** Takes what waits, up to a batch; false when the log is closed and nothing waits any more. */
  private boolean take(List<Append> batch) {
    try {
      Append next = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      int rows = 0;
      while (next != null) {
        batch.add(next);
        rows += next.rows().size();
        next = rows < conf.batch() ? queue.poll() : null;
      }
      return !batch.isEmpty() || !closing;
    } catch (InterruptedException e) {
      // Nobody interrupts the writer; it ends when it is closed.
      return true;
    }
  }

  private void write(List<Append> batch) {
    List<EventRow> rows = batch.stream().flatMap(append -> append.rows().stream()).toList();
    waiting.addAndGet(-rows.size());
    Runnable news;
    try {
      ChainedEvents events = writer.write(rows);
      healthy = true;
      durable.add(rows.size());
      commits.increment();
      committing.add(writer.committing());
      news = () -> tell(batch, events);
    } catch (RuntimeException | Error e) {
      healthy = false;
      failed.add(rows.size());
      Refusal refusal = e instanceof Refusal known ? known : EventsErrors.notKept(e);
      news = () -> batch.forEach(append -> append.receipts().completeExceptionally(refusal));
    }
    try {
      completing.execute(news);
    } catch (RuntimeException | Error ended) {
      // Who completes has ended before the log, as when the service stops: nobody may wait for
      // ever.
      news.run();
    }
  }

  private static void tell(List<Append> batch, ChainedEvents events) {
    int place = 0;
    for (Append append : batch) {
      List<EventReceipt> receipts = new ArrayList<>(append.rows().size());
      for (int i = 0; i < append.rows().size(); i++) {
        receipts.add(events.links().get(place++).receipt());
      }
      append.receipts().complete(receipts);
    }
  }

  private void leaveNobodyWaiting() {
    for (Append late = queue.poll(); late != null; late = queue.poll()) {
      waiting.addAndGet(-late.rows().size());
      refused.increment();
      late.receipts().completeExceptionally(EventsErrors.ending());
    }
  }
}
