package io.clairscore.benchmarks;

import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.scorer.event.PackedJson;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.events.EventLogStatus;
import io.clairscore.service.events.EventReceipt;
import io.clairscore.service.events.EventsConf;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.DatabaseConf;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * How many predictions a second become durable, and how long each waits, when so many askers each
 * have one under way. Arguments: {@code URL CONNECTIONS BATCH SECONDS [USER PASSWORD_FILE]}.
 *
 * <p>Prints connections, most events per commit, events a second, median, 99th percentile and
 * longest wait in milliseconds, events per commit, microseconds of processor time per event (askers
 * included) and milliseconds per commit. Nobody scores here: this is what the log alone allows.
 */
public final class EventSpeed {
  private static final int SAMPLES = 512;
  private static final int MOST_WAITS = 4_000_000;

  private final EventLog log;
  private final PredictionEvent[] events;
  private final long end;
  private final long[] waits = new long[MOST_WAITS];
  private final CountDownLatch open;
  private int count;

  private EventSpeed(EventLog log, PredictionEvent[] events, int connections, long nanos) {
    this.log = log;
    this.events = events;
    this.open = new CountDownLatch(connections);
    this.end = System.nanoTime() + nanos;
  }

  public static void main(String[] arguments) throws Exception {
    String url = arguments[0];
    int connections = Integer.parseInt(arguments[1]);
    int batch = Integer.parseInt(arguments[2]);
    int seconds = Integer.parseInt(arguments[3]);
    DatabaseConf conf =
        url.startsWith("jdbc:sqlite:")
            ? DatabaseConf.sqlite(Path.of(url.substring("jdbc:sqlite:".length())))
            : DatabaseConf.local(url, arguments[4], Path.of(arguments[5]));
    EventsConf events = new EventsConf(4096, batch, 5000, 730);
    var threads = Executors.newFixedThreadPool(2);
    Executor completing = threads;
    try (Database database = Database.open(conf);
        EventLog log = EventLog.open(database, events, completing)) {
      PredictionEvent[] some = samples();
      new EventSpeed(log, some, connections, Duration.ofSeconds(3).toNanos()).run(connections);
      EventLogStatus before = log.status();
      long cpu = cpu();
      EventSpeed measured =
          new EventSpeed(log, some, connections, Duration.ofSeconds(seconds).toNanos());
      measured.run(connections);
      System.out.println(
          measured.line(connections, batch, seconds, before, log.status(), cpu() - cpu));
    }
    threads.shutdown();
  }

  /** As the service has them: the application comes packed from the client store. */
  private static PredictionEvent[] samples() {
    SampleEvents samples = new SampleEvents(1);
    PredictionEvent[] events = new PredictionEvent[SAMPLES];
    Random random = new Random(1);
    for (int i = 0; i < events.length; i++) {
      PredictionEvent event = samples.next();
      events[i] =
          new PredictionEvent(
              event.inquiry(),
              event.place(),
              event.client(),
              event.model(),
              PackedJson.pack(application(random).getBytes(StandardCharsets.UTF_8)),
              event.features(),
              event.score(),
              event.threshold(),
              event.reasons());
    }
    return events;
  }

  /** Every column of an application, a third of them missing. */
  private static String application(Random random) {
    StringBuilder json = new StringBuilder("{\"SK_ID_CURR\":100001");
    for (Column column : Table.APPLICATION.schema().columns()) {
      if (column.role() == Column.Role.ATTRIBUTE && random.nextInt(3) > 0) {
        json.append(",\"").append(column.name()).append("\":");
        json.append(
            column instanceof NumberColumn number && !number.integer()
                ? Float.toString(random.nextFloat())
                : Integer.toString(random.nextInt(1000)));
      }
    }
    return json.append('}').toString();
  }

  private void run(int connections) throws InterruptedException {
    for (int i = 0; i < connections; i++) {
      ask(i);
    }
    open.await();
  }

  /** Asks, and again when the answer has come. */
  private void ask(int connection) {
    long begun = System.nanoTime();
    CompletableFuture<EventReceipt> receipt = log.append(events[(connection * 31) % SAMPLES]);
    receipt.whenComplete(
        (kept, failure) -> {
          long now = System.nanoTime();
          if (failure != null) {
            throw new IllegalStateException(failure);
          }
          note(now - begun);
          if (now < end) {
            ask(connection + 1);
          } else {
            open.countDown();
          }
        });
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private synchronized void note(long nanos) {
    if (count < waits.length) {
      waits[count++] = nanos;
    }
  }

  private String line(
      int connections,
      int batch,
      int seconds,
      EventLogStatus before,
      EventLogStatus after,
      long cpu) {
    long events = after.durable() - before.durable();
    long commits = after.commits() - before.commits();
    long[] sorted = Arrays.copyOf(waits, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%d\t%d\t%.0f\t%.2f\t%.2f\t%.1f\t%.1f\t%.1f\t%.3f",
        connections,
        batch,
        (double) events / seconds,
        sorted[count / 2] / 1e6,
        sorted[(int) (0.99 * count)] / 1e6,
        sorted[count - 1] / 1e6,
        (double) events / commits,
        cpu / 1e3 / events,
        (after.committing() - before.committing()) / 1e6 / commits);
  }
}
