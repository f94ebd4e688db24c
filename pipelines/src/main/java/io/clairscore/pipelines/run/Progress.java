package io.clairscore.pipelines.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells a person how far a run has come: one rewritten line on a terminal, plain lines elsewhere.
 * Safe to call from Spark's listener threads.
 */
public final class Progress {
  private static final long PLAIN_INTERVAL_NANOS = Duration.ofSeconds(15).toNanos();
  private static final long TERMINAL_INTERVAL_NANOS = Duration.ofMillis(200).toNanos();

  private final PrintStream out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private String step = "";
  private String unit = "rows written";
  private long expected;
  private long written;
  private long lastTick = start;
  private boolean lineOpen;

  /** Progress on standard error, in the style that suits where it goes. */
  public static Progress onStandardError() {
    return new Progress(System.err, System.console() != null);
  }

  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A new step begins. */
  public void step(String name) {
    begin(name, "== " + name);
  }

  /** A new step begins, the first of so many being number 1. */
  public void step(int number, int of, String name) {
    begin(name, "== " + number + " of " + of + ": " + name);
  }

  private synchronized void begin(String name, String heading) {
    step = name;
    lastTick = System.nanoTime();
    expect(0, "rows written");
    line(heading);
  }

  /** The step is about to write so many rows, each of them one of these; 0 if nobody knows. */
  public synchronized void expect(long rows, String rowsAre) {
    expected = rows;
    unit = rowsAre;
    written = 0;
  }

  /** So many more rows were written. */
  public synchronized void written(long rows) {
    written += rows;
    if (rows > 0) {
      tick(written, expected == 0 ? 0 : Math.max(expected, written), unit);
    }
  }

  /** A line worth keeping. */
  public synchronized void say(String text) {
    line("   " + text);
  }

  /** So many of so many units are done, of 0 if nobody knows; shown at a bounded rate. */
  public synchronized void tick(long done, long total, String unit) {
    long now = System.nanoTime();
    if (now - lastTick < (terminal ? TERMINAL_INTERVAL_NANOS : PLAIN_INTERVAL_NANOS)) {
      return;
    }
    lastTick = now;
    String label = step.isEmpty() ? "" : step + ": ";
    String of = total == 0 ? "" : String.format(Locale.ROOT, "of %,d ", total);
    String text = String.format(Locale.ROOT, "   %s%,d %s%s", label, done, of, unit);
    if (terminal) {
      out.print("\r\033[K" + elapsed() + text);
      out.flush();
      lineOpen = true;
    } else {
      line(text);
    }
  }

  private void line(String text) {
    if (lineOpen) {
      out.print("\r\033[K");
      lineOpen = false;
    }
    out.println(elapsed() + text);
  }

  private String elapsed() {
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    return String.format(Locale.ROOT, "[%02d:%02d] ", seconds / 60, seconds % 60);
  }
}
