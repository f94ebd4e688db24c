package io.clairscore.pipelines.synthetic.fidelity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Generated data held against the published statistics: shares missing within 0.5 point, a
 * population stability index of at most 0.01 for each marginal, correlations with TARGET within
 * 0.01, rows per client within 5 %.
 *
 * <p>These tolerances are meant for 100,000 clients or more. With fewer, each one is widened by
 * what sampling alone would do, and the report shows by how much: three standard errors of a share
 * and of a correlation, three times the expected index of two samples of one distribution. Missing
 * shares and numbers of history rows are widened further if the share of new clients is not the
 * published one.
 *
 * @param clients clients by file of applications
 * @param comparisons every comparison that was made
 */
public record FidelityReport(Map<String, Long> clients, List<Comparison> comparisons)
    implements Report {

  public FidelityReport {
    clients = Map.copyOf(clients);
    comparisons = List.copyOf(comparisons);
  }

  /**
   * Compares the files of a folder, as {@link io.clairscore.pipelines.synthetic.GenerateStep}
   * writes them.
   *
   * @throws Refusal if a file is not there
   */
  public static FidelityReport of(SparkSession spark, Path folder) {
    return new FidelityCheck(GeneratedFiles.in(spark, folder)).report();
  }

  /** Comparisons beyond their tolerance, the worst first. */
  public List<Comparison> failures() {
    return comparisons.stream()
        .filter(comparison -> !comparison.passes())
        .sorted(Comparator.comparingDouble(FidelityReport::excess).reversed())
        .toList();
  }

  public boolean faithful() {
    return failures().isEmpty();
  }

  /**
   * Ends the run unless the data are faithful.
   *
   * @param report file the message refers to
   * @throws Refusal with the number of failures
   */
  public void require(Path report) {
    if (!faithful()) {
      throw FidelityErrors.unfaithful(failures().size(), report);
    }
  }

  /** The report as a table: how each kind of comparison fares, then every failure. */
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("Fidelity of the generated data"));
    new TreeMap<>(clients)
        .forEach((file, count) -> lines.add(text("  %-20s %,d clients", file, count)));
    lines.add("");
    lines.add(
        text("  %-10s %8s %8s %10s %10s", "kind", "compared", "failed", "worst", "tolerance"));
    comparisons.stream()
        .collect(Collectors.groupingBy(Comparison::kind, TreeMap::new, Collectors.toList()))
        .forEach((kind, all) -> lines.add(summary(kind, all)));
    lines.add("");
    lines.add(faithful() ? "Faithful." : "Beyond tolerance:");
    failures().forEach(comparison -> lines.add(line(comparison)));
    return lines;
  }

  /** The report as JSON: clients, verdict and every comparison. */
  public byte[] json() throws IOException {
    return new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsBytes(
            Map.of("clients", clients, "faithful", faithful(), "comparisons", comparisons));
  }

  /**
   * Writes {@code fidelity.txt} and {@code fidelity.json} into a folder, and returns the former.
   */
  public Path write(Path folder) throws IOException {
    DurableFiles.replace(folder.resolve("fidelity.json"), json());
    Path text = folder.resolve("fidelity.txt");
    DurableFiles.replace(
        text, (String.join("\n", lines()) + "\n").getBytes(StandardCharsets.UTF_8));
    return text;
  }

  private static String summary(String kind, List<Comparison> all) {
    Comparison worst = all.stream().max(Comparator.comparingDouble(Comparison::distance)).get();
    long failed = all.stream().filter(comparison -> !comparison.passes()).count();
    return text(
        "  %-10s %8d %8d %10.4f %10.4f  (%s.%s)",
        kind,
        all.size(),
        failed,
        worst.distance(),
        worst.tolerance(),
        worst.file(),
        worst.column());
  }

  private static String line(Comparison comparison) {
    return text(
        "  %-10s %-50s %9.4f > %.4f + %.4f noise%s  [%s]",
        comparison.kind(),
        comparison.file() + "." + comparison.column(),
        comparison.distance(),
        comparison.tolerance(),
        comparison.noise(),
        Double.isNaN(comparison.expected())
            ? ""
            : text(" (expected %.4f, found %.4f)", comparison.expected(), comparison.found()),
        comparison.source());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static double excess(Comparison comparison) {
    return comparison.distance() / (comparison.tolerance() + comparison.noise());
  }
}
