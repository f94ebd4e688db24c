package io.clairscore.drift.study;

import io.clairscore.drift.page.HtmlPage;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Times what is left of a report once the rows are in memory: {@code scripts/bench/drift}. */
final class InMemoryBenchmark {
  private InMemoryBenchmark() {}

  /**
   * Prints a line per round: seconds of the statistics, and of page and JSON. The first round finds
   * a cold virtual machine.
   *
   * @param arguments reference, current, folder to write into, rounds
   */
  public static void main(String[] arguments) throws IOException {
    ApplicationRows reference = ApplicationRows.read(List.of(Path.of(arguments[0])));
    ApplicationRows current = ApplicationRows.read(List.of(Path.of(arguments[1])));
    Path out = Files.createDirectories(Path.of(arguments[2]));
    int rounds = Integer.parseInt(arguments[3]);
    double[] statistics = new double[rounds];
    double[] pages = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long begin = System.nanoTime();
      DriftReport report =
          DriftReport.of(reference.profile(), current.profile(), DriftOptions.STANDARD);
      long judged = System.nanoTime();
      Files.writeString(out.resolve("page.html"), new HtmlPage(Language.ENGLISH).of(report));
      Files.writeString(out.resolve("report.json"), ReportJson.write(report));
      statistics[round] = (judged - begin) / 1e9;
      pages[round] = (System.nanoTime() - judged) / 1e9;
    }
    System.out.printf(
        Locale.ROOT,
        "ours in memory, %d rounds, one thread: statistics %.2f s the first time, median %.2f s;"
            + " page and JSON %.2f s, median %.2f s%n",
        rounds,
        statistics[0],
        median(statistics),
        pages[0],
        median(pages));
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
