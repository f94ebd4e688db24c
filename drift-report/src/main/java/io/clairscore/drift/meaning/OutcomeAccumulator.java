package io.clairscore.drift.meaning;

import java.util.SortedMap;
import java.util.TreeMap;

/** Fills an {@link OutcomeTally} client by client; of one thread. */
public final class OutcomeAccumulator {
  private final Sums accepted = new Sums();
  private final Sums refused = new Sums();
  private final SortedMap<Integer, Sums> byPoints = new TreeMap<>();

  /**
   * Adds a client.
   *
   * @param points the score as it is served, higher being better
   * @param probability calibrated probability of default
   * @param isRefused what the model decides
   */
  public void add(int points, double probability, boolean isRefused) {
    (isRefused ? refused : accepted).add(probability);
    byPoints.computeIfAbsent(points, key -> new Sums()).add(probability);
  }

  public OutcomeTally tally() {
    SortedMap<Integer, OutcomeTally.Cell> cells = new TreeMap<>();
    byPoints.forEach(
        (points, sums) -> cells.put(points, new OutcomeTally.Cell(sums.clients, sums.defaults)));
    return new OutcomeTally(accepted.side(), refused.side(), cells);
  }

  private static final class Sums {
    private long clients;
    private double defaults;
    private double spread;

    void add(double probability) {
      clients++;
      defaults += probability;
      spread += probability * (1 - probability);
    }

    OutcomeTally.Side side() {
      return new OutcomeTally.Side(clients, defaults, spread);
    }
  }
}
