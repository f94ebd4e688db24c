package io.clairscore.pipelines.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A run's predictions.csv and what follows from it, each figure by the most obvious loop. */
public record SlowEvidence(List<Client> clients) {

  public record Client(int target, int fold, double margin, double probability, boolean refused) {}

  /** Counts by decision. */
  public record Counts(long tp, long fn, long fp, long tn) {
    public double clients() {
      return tp + fn + fp + tn;
    }

    /** At the costs of the default configuration, 10 and 1. */
    public double cost() {
      return (10.0 * fn + fp) / clients();
    }

    public double refused() {
      return (tp + fp) / clients();
    }

    public double recall() {
      return (double) tp / (tp + fn);
    }

    public double accuracy() {
      return (tp + tn) / clients();
    }

    public double f1() {
      double precision = (double) tp / (tp + fp);
      return 2 * precision * recall() / (precision + recall());
    }
  }

  public static SlowEvidence read(Path predictions) throws IOException {
    return new SlowEvidence(
        Files.readAllLines(predictions).stream()
            .skip(1)
            .map(line -> line.split(","))
            .map(
                cells ->
                    new Client(
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]),
                        cells[6].equals("1")))
            .toList());
  }

  public SlowEvidence where(Predicate<Client> kept) {
    return new SlowEvidence(clients.stream().filter(kept).toList());
  }

  public SlowEvidence training() {
    return where(client -> client.fold() >= 0);
  }

  public SlowEvidence holdOut() {
    return where(client -> client.fold() < 0);
  }

  public long defaults() {
    return clients.stream().filter(client -> client.target() == 1).count();
  }

  public Counts decided() {
    return counts(Client::refused);
  }

  public Counts at(double margin) {
    return counts(client -> client.margin() >= margin);
  }

  private Counts counts(Predicate<Client> refused) {
    long[] counts = new long[4];
    for (Client client : clients) {
      counts[(client.target() == 1 ? 0 : 2) + (refused.test(client) ? 0 : 1)]++;
    }
    return new Counts(counts[0], counts[1], counts[2], counts[3]);
  }

  /** The lowest of the best thresholds, midway between margins as training puts its own. */
  public double best(ToDoubleFunction<Counts> merit) {
    double[] margins = clients.stream().mapToDouble(Client::margin).distinct().sorted().toArray();
    double best = margins[0];
    for (int i = 1; i <= margins.length; i++) {
      double next =
          i == margins.length ? Math.nextUp(margins[i - 1]) : margins[i - 1] / 2 + margins[i] / 2;
      if (merit.applyAsDouble(at(next)) > merit.applyAsDouble(at(best))) {
        best = next;
      }
    }
    return best;
  }

  /** Share of the pairs of a default and a good client in which the default scores higher. */
  public double auc() {
    double won = 0;
    double pairs = 0;
    for (Client bad : clients) {
      for (Client good : clients) {
        if (bad.target() == 1 && good.target() == 0) {
          pairs++;
          won += bad.margin() > good.margin() ? 1 : bad.margin() == good.margin() ? 0.5 : 0;
        }
      }
    }
    return won / pairs;
  }

  public double ks() {
    double widest = 0;
    for (Client threshold : clients) {
      Counts counts = at(threshold.margin());
      double falseAlarms = (double) counts.fp() / (counts.fp() + counts.tn());
      widest = Math.max(widest, Math.abs(counts.recall() - falseAlarms));
    }
    return widest;
  }

  public double brier() {
    return clients.stream()
        .mapToDouble(client -> Math.pow(client.probability() - client.target(), 2))
        .average()
        .orElseThrow();
  }

  public double meanProbability() {
    return clients.stream().mapToDouble(Client::probability).average().orElseThrow();
  }

  /** Mean distance of predicted and observed rates over tenths of the clients. */
  public double calibrationError() {
    double error = 0;
    for (int tenth = 0; tenth < 10; tenth++) {
      SlowEvidence part = tenth(tenth);
      double observed = (double) part.defaults() / part.clients().size();
      error += part.clients().size() * Math.abs(part.meanProbability() - observed);
    }
    return error / clients.size();
  }

  public SlowEvidence riskiestTenth() {
    return tenth(9);
  }

  private SlowEvidence tenth(int tenth) {
    List<Client> sorted =
        clients.stream().sorted(Comparator.comparingDouble(Client::probability)).toList();
    return new SlowEvidence(
        sorted.subList(tenth * sorted.size() / 10, (tenth + 1) * sorted.size() / 10));
  }
}
