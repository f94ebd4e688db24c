package io.clairscore.pipelines.synthetic;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which clients there are. Clients are numbered from 0; labelled and new ones alternate evenly, as
 * their identifiers do in the published files.
 *
 * @param labelled clients with a known outcome
 * @param fresh new clients
 * @param seed the same seed gives the same clients
 * @param shifts by how many standard deviations a latent variable of the applications is moved:
 *     that of a column moves its values along their distribution, NULL_EXT_SOURCE_1 and its like
 *     the share of missing ones. Nothing else of a client changes
 */
public record Population(int labelled, int fresh, long seed, Map<String, Double> shifts)
    implements Serializable {
  /** Identifier before the first client's. */
  private static final int FIRST_CLIENT = 100_001;

  /** Credits of a client that can have identifiers of their own. */
  private static final int CREDITS = 128;

  private static final int FIRST_BUREAU = 5_000_000;
  private static final int FIRST_PREVIOUS = 1_000_000;

  /** More clients than this would need identifiers beyond those of an int. */
  private static final int MOST = (Integer.MAX_VALUE - FIRST_BUREAU) / CREDITS;

  public Population {
    shifts = Collections.unmodifiableSortedMap(new TreeMap<>(shifts));
    for (Map.Entry<String, Double> shift : shifts.entrySet()) {
      boolean known =
          Statistics.published().correlations("application").containsKey(shift.getKey());
      if (!known || !Double.isFinite(shift.getValue())) {
        throw SyntheticErrors.unknownShift(shift.getKey(), shift.getValue());
      }
    }
    if (labelled < 0 || fresh < 0 || labelled + (long) fresh < 1) {
      throw SyntheticErrors.emptyPopulation(labelled, fresh);
    }
    if (labelled + (long) fresh > MOST) {
      throw SyntheticErrors.tooManyClients(labelled + (long) fresh, MOST);
    }
  }

  /** Clients as the published statistics have them. */
  public Population(int labelled, int fresh, long seed) {
    this(labelled, fresh, seed, Map.of());
  }

  /** The same numbers of other clients, who differ from these by more than chance if shifted. */
  public Population with(long otherSeed, Map<String, Double> otherShifts) {
    return new Population(labelled, fresh, otherSeed, otherShifts);
  }

  /** Number of clients. */
  public int size() {
    return labelled + fresh;
  }

  /** Whether the outcome of a client is known. */
  boolean isLabelled(int client) {
    return (client + 1L) * fresh / size() == (long) client * fresh / size();
  }

  /** SK_ID_CURR of a client. */
  static int clientId(int client) {
    return FIRST_CLIENT + client;
  }

  /** SK_ID_BUREAU of a client's credit elsewhere, credits counted from 0 to 127. */
  static int bureauId(int client, int credit) {
    return FIRST_BUREAU + client * CREDITS + credit;
  }

  /** SK_ID_PREV of a client's earlier application, counted from 0 to 127. */
  static int previousId(int client, int application) {
    return FIRST_PREVIOUS + client * CREDITS + application;
  }

  /** Identifiers from this one on stand for credits whose own row the files lack. */
  static int firstOrphan() {
    return CREDITS - 16;
  }
}
