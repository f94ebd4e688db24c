package io.clairscore.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends the requests of a plan at a constant rate and prints one line of JSON. Arguments in pairs:
 * {@code --url}, {@code --plan}, {@code --rate} (requests per second; 0 sends on each connection as
 * soon as it is free), {@code --seconds}, {@code --warm-up} (seconds at the same rate that are not
 * counted), {@code --connections}. The bearer token is read from the environment,
 * CLAIRSCORE_TEST_LOAD_TOKEN, so that no list of processes shows it.
 *
 * <p>A request that finds no free connection waits for one, and that wait counts. The schedule is
 * looked at every 50 microseconds, which is also how exact the times are.
 */
public final class ArrivalLoad {
  private static final long PAUSE_NANOS = 50_000;

  /** After the last arrival nothing is waited for any longer than this. */
  private static final long LAST_WAIT_NANOS = 10_000_000_000L;

  private final Plan plan;
  private final long intervalNanos;
  private final SplittableRandom random = new SplittableRandom(1);
  private final Selector selector = Selector.open();
  private final Deque<Exchange> free = new ArrayDeque<>();
  private final Deque<Long> waiting = new ArrayDeque<>();
  private final Tally tally = new Tally();
  private int underWay;
  private int mostWaiting;
  private long countFrom;

  private ArrivalLoad(Plan plan, URI address, double rate, int connections) throws IOException {
    this.plan = plan;
    this.intervalNanos = rate > 0 ? (long) (1e9 / rate) : 0;
    InetSocketAddress target = new InetSocketAddress(address.getHost(), address.getPort());
    for (int i = 0; i < connections; i++) {
      free.add(new Exchange(target, selector));
    }
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    URI address = URI.create(options.get("--url"));
    String token = System.getenv().getOrDefault("CLAIRSCORE_TEST_LOAD_TOKEN", "");
    double rate = Double.parseDouble(options.get("--rate"));
    double seconds = Double.parseDouble(options.getOrDefault("--seconds", "10"));
    double warmUp = Double.parseDouble(options.getOrDefault("--warm-up", "5"));
    int connections = Integer.parseInt(options.getOrDefault("--connections", "32"));
    ArrivalLoad load =
        new ArrivalLoad(
            Plan.read(Path.of(options.get("--plan")), address, token), address, rate, connections);
    load.run((long) (warmUp * 1e9), (long) ((warmUp + seconds) * 1e9));
    System.out.println(load.tally.json(seconds, load.mostWaiting));
  }

  private void run(long warmUpNanos, long nanos) throws IOException {
    long start = System.nanoTime();
    long next = start;
    countFrom = start + warmUpNanos;
    while (System.nanoTime() < start + nanos + LAST_WAIT_NANOS) {
      next = arrive(next, start + nanos);
      boolean moved = sendWaiting() | receive();
      if (next >= start + nanos && waiting.isEmpty() && underWay == 0) {
        break;
      }
      if (!moved) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    for (int lost = underWay + waiting.size(); lost > 0; lost--) {
      tally.record(Tally.BROKEN, LAST_WAIT_NANOS, LAST_WAIT_NANOS);
    }
    for (SelectionKey key : selector.keys()) {
      ((Exchange) key.attachment()).close();
    }
  }

  /** Lets requests come whose moment has come, and returns the moment of the next one. */
  private long arrive(long next, long end) {
    long now = System.nanoTime();
    if (intervalNanos == 0) {
      for (int i = free.size(); i > 0 && now < end; i--) {
        waiting.add(now);
      }
      return now;
    }
    long moment = next;
    for (; moment <= now && moment < end; moment += intervalNanos) {
      waiting.add(moment);
    }
    return moment;
  }

  private boolean sendWaiting() throws IOException {
    mostWaiting = Math.max(mostWaiting, waiting.size());
    boolean sent = false;
    while (!waiting.isEmpty() && !free.isEmpty()) {
      Exchange exchange = free.poll();
      long due = waiting.poll();
      underWay++;
      sent = true;
      try {
        exchange.send(plan.any(random), due);
      } catch (IOException e) {
        answered(exchange, Tally.BROKEN);
      }
    }
    return sent;
  }

  private boolean receive() throws IOException {
    selector.selectNow();
    boolean received = !selector.selectedKeys().isEmpty();
    for (SelectionKey key : selector.selectedKeys()) {
      Exchange exchange = (Exchange) key.attachment();
      int status;
      try {
        if (key.isWritable()) {
          exchange.write();
        }
        status = exchange.read();
      } catch (IOException e) {
        status = Tally.BROKEN;
      }
      if (status >= 0) {
        answered(exchange, status);
      }
    }
    selector.selectedKeys().clear();
    return received;
  }

  private void answered(Exchange exchange, int status) throws IOException {
    // A connection that the service closed between two requests breaks none of them.
    boolean wasFree = !exchange.underWay();
    if (!wasFree) {
      underWay--;
      exchange.ended();
      if (exchange.due() >= countFrom) {
        long now = System.nanoTime();
        tally.record(status, now - exchange.due(), now - exchange.sent());
      }
    }
    if (status == Tally.BROKEN) {
      exchange.renew();
    }
    if (!wasFree) {
      free.add(exchange);
    }
  }
}
