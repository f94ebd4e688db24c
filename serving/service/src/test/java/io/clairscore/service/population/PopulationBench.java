package io.clairscore.service.population;

import com.sun.management.OperatingSystemMXBean;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.SelectionText;
import io.clairscore.service.population.selection.Sight;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Times each question about the population, asked by one and by two clients at once, other columns
 * and other clients at each time. Arguments: the file (generated if it is absent), how many times.
 */
final class PopulationBench {
  private static final int CLIENTS = 356_255;
  private static final int FIRST = 100_001;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Population population;
  private final List<ExploredColumn> served;
  private final List<ExploredColumn> others;
  private final ClientSelection some =
      SelectionText.read(
          "application.NAME_CONTRACT_TYPE:Cash loans;application.AMT_CREDIT:100000..600000;decision:ACCEPTED",
          Sight.ADVICE);

  private PopulationBench(Path file) {
    List<ExploredColumn> features =
        PopulationColumns.all().columns().stream()
            .filter(column -> column.key().startsWith(PopulationColumns.FEATURE))
            .filter(column -> column.visibleTo(Sight.ADVICE))
            .toList();
    served = features.subList(0, 30);
    others = features.subList(30, features.size());
    long begin = System.nanoTime();
    population = new Population(file, TestConf.USUAL, served);
    long open = System.nanoTime();
    population.warmUp(served);
    System.out.printf(
        "opened in %.0f ms, warmed up in %.0f ms%n",
        (open - begin) / 1e6, (System.nanoTime() - open) / 1e6);
  }

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    if (!Files.exists(file)) {
      GeneratedPopulation.write(file, CLIENTS);
    }
    System.out.printf("%s: %.0f MB%n", file.getFileName(), Files.size(file) / 1e6);
    PopulationBench bench = new PopulationBench(file);
    System.out.printf(
        "%-46s %8s %8s %8s %8s %8s %8s %8s%n",
        "milliseconds", "1: p50", "p95", "max", "2: p50", "p95", "max", "CPU");
    for (Map.Entry<String, IntConsumer> question : bench.questions().entrySet()) {
      question.getValue().accept(0);
      double[] one = time(question.getValue(), times, 1);
      long processor = PROCESS.getProcessCpuTime();
      double[] two = time(question.getValue(), times, 2);
      System.out.printf(
          "%-46s %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f%n",
          question.getKey(),
          at(one, 0.5),
          at(one, 0.95),
          at(one, 1),
          at(two, 0.5),
          at(two, 0.95),
          at(two, 1),
          (PROCESS.getProcessCpuTime() - processor) / 1e6 / two.length);
    }
    System.out.println("resident memory of this process: " + resident());
    bench.population.close();
  }

  private Map<String, IntConsumer> questions() {
    Map<String, IntConsumer> questions = new LinkedHashMap<>();
    Page page = new Page(1, 25);
    ExploredColumn credit = column("application.AMT_CREDIT");
    ExploredColumn income = column("application.NAME_INCOME_TYPE");
    Order byPoints = new Order(Optional.of(column("points")), true);
    questions.put("summary", i -> population.summary(some));
    questions.put("facets", i -> population.facets(some, Sight.ADVICE));
    questions.put("page by points", i -> population.clients(some, byPoints, page));
    questions.put(
        "page 1,000 by points", i -> population.clients(some, byPoints, new Page(1000, 25)));
    questions.put(
        "search: summary, facets and page",
        i -> {
          population.summary(some);
          population.facets(some, Sight.ADVICE);
          population.clients(some, byPoints, page);
        });
    questions.put(
        "distribution, feature of the model", i -> distribution(served, i, ClientSelection.ALL));
    questions.put("the same, of a selection", i -> distribution(served, i, some));
    questions.put(
        "distribution, other feature", i -> distribution(others, i % 20, ClientSelection.ALL));
    questions.put("the same, of a selection ", i -> distribution(others, i % 20, some));
    questions.put(
        "distribution, any feature for the first time", i -> distribution(others, 20 + i, some));
    questions.put(
        "two features of the model",
        i -> population.pair(any(served, i), any(served, i + 7), some, Sight.ADVICE));
    questions.put(
        "two other features",
        i -> population.pair(any(others, i % 10), any(others, i % 10 + 10), some, Sight.ADVICE));
    questions.put(
        "category and other feature",
        i -> population.pair(income, any(others, i % 20), some, Sight.ADVICE));
    questions.put(
        "heatmap, kept columns",
        i -> population.heatmap(credit, any(served, i), some, Sight.ADVICE));
    questions.put(
        "heatmap, other feature",
        i -> population.heatmap(credit, any(others, i % 20), some, Sight.ADVICE));
    questions.put("segments", i -> population.segments(income, some, Sight.ADVICE));
    questions.put("comparison, 8 features of the model", i -> compare(served, i, 8));
    questions.put("comparison, 12 features of the model", i -> compare(served, i, 12));
    questions.put("comparison, 8 other features", i -> compare(others.subList(0, 16), i % 8, 8));
    return questions;
  }

  private void distribution(List<ExploredColumn> columns, int i, ClientSelection selection) {
    ExploredColumn column = any(columns, i);
    Optional<Subject> subject = population.subject(client(i), List.of(column));
    population.distribution(column, selection, Sight.ADVICE, subject);
  }

  private void compare(List<ExploredColumn> columns, int i, int many) {
    List<ExploredColumn> chosen =
        columns.subList(i % (columns.size() - many), columns.size()).subList(0, many);
    Subject subject = population.subject(client(i), chosen).orElseThrow();
    population.comparison(subject, chosen, SimilarityRule.usual());
  }

  private static int client(int i) {
    return FIRST + (int) (i * 7919L % CLIENTS);
  }

  private static ExploredColumn any(List<ExploredColumn> columns, int i) {
    return columns.get(i % columns.size());
  }

  private static ExploredColumn column(String key) {
    return PopulationColumns.all().seen(key, Sight.ADVICE);
  }

  /** Milliseconds of each question, ascending. */
  private static double[] time(IntConsumer question, int times, int clients) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      Callable<double[]> client =
          () -> {
            double[] spent = new double[times];
            for (int i = 0; i < times; i++) {
              long begin = System.nanoTime();
              question.accept(i);
              spent[i] = (System.nanoTime() - begin) / 1e6;
            }
            return spent;
          };
      List<Future<double[]>> all =
          threads.invokeAll(java.util.Collections.nCopies(clients, client));
      double[] spent = new double[times * clients];
      for (int i = 0; i < clients; i++) {
        System.arraycopy(all.get(i).get(), 0, spent, i * times, times);
      }
      Arrays.sort(spent);
      return spent;
    } finally {
      threads.shutdown();
    }
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private static String resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> line.replaceAll("\\s+", " "))
        .findFirst()
        .orElse("unknown");
  }
}
