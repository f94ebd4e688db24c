package io.clairscore.service.population;

/**
 * How a column lies over a group, and where the client stands in it.
 *
 * @param known clients of the group with a value
 * @param missing share of the group without
 * @param low a quarter of the known numbers do not exceed it; NaN of a category
 * @param median half of them
 * @param high three quarters of them
 * @param rank of the client: share of the known numbers below, the equal ones by half; of a
 *     category the share who have the client's value; NaN if the client has none
 */
public record Standing(
    long known, Share missing, double low, double median, double high, double rank) {

  /** The standing of a value, NaN if there is none, among numbers. */
  static Standing of(Ladder ladder, long clients, double value) {
    return new Standing(
        ladder.count(),
        new Share(clients - ladder.count(), clients),
        ladder.at(250),
        ladder.at(500),
        ladder.at(750),
        Double.isNaN(value) ? Double.NaN : ladder.rank(value));
  }

  /** The standing of a value that so many share, -1 if the client has none. */
  static Standing ofCategory(long known, long clients, long same) {
    double rank = same < 0 || known == 0 ? Double.NaN : (double) same / known;
    return new Standing(
        known, new Share(clients - known, clients), Double.NaN, Double.NaN, Double.NaN, rank);
  }
}
