package io.clairscore.drift.meaning;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What calibrated probabilities of default say of clients. Tallies of parts add up; sums of doubles
 * depend on their order, so add parts in theirs.
 *
 * @param accepted accepted clients
 * @param refused refused clients
 * @param byPoints all clients by their score in points, higher being better
 */
public record OutcomeTally(Side accepted, Side refused, SortedMap<Integer, Cell> byPoints)
    implements Serializable {

  /** Nobody. */
  public static final OutcomeTally EMPTY =
      new OutcomeTally(Side.EMPTY, Side.EMPTY, Collections.emptySortedMap());

  /**
   * Clients of one decision.
   *
   * @param defaults sum of their probabilities: defaults expected among them
   * @param spread variance of that number
   */
  public record Side(long clients, double defaults, double spread) implements Serializable {
    static final Side EMPTY = new Side(0, 0, 0);

    Side plus(Side other) {
      return new Side(clients + other.clients, defaults + other.defaults, spread + other.spread);
    }
  }

  /** Clients of one score, and the defaults expected among them. */
  public record Cell(long clients, double defaults) implements Serializable {
    Cell plus(Cell other) {
      return new Cell(clients + other.clients, defaults + other.defaults);
    }
  }

  public OutcomeTally {
    byPoints = new TreeMap<>(byPoints);
  }

  public OutcomeTally plus(OutcomeTally other) {
    SortedMap<Integer, Cell> all = new TreeMap<>(byPoints);
    other.byPoints.forEach((points, cell) -> all.merge(points, cell, Cell::plus));
    return new OutcomeTally(accepted.plus(other.accepted), refused.plus(other.refused), all);
  }

  public long clients() {
    return accepted.clients + refused.clients;
  }

  /**
   * Expected pairs of a default and another client in which the default has fewer points, a tie
   * counting half, over all expected pairs. A client makes no pair with itself. NaN if there is no
   * pair.
   */
  public double auc() {
    double own = accepted.spread + refused.spread;
    double ordered = -own / 2;
    double pairs = -own;
    double defaults = accepted.defaults + refused.defaults;
    double goodAbove = clients() - defaults;
    pairs += defaults * goodAbove;
    for (Cell cell : byPoints.values()) {
      double good = cell.clients - cell.defaults;
      goodAbove -= good;
      ordered += cell.defaults * (goodAbove + good / 2);
    }
    return pairs > 0 ? ordered / pairs : Double.NaN;
  }
}
