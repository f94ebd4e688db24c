package io.clairscore.pipelines.drift;

import io.clairscore.pipelines.conf.DriftConf;
import io.clairscore.pipelines.scoring.ModelFolder;
import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How clients are scored while they are scanned.
 *
 * @param model the bundle
 * @param share share of the clients whose contributions are computed
 * @param seed seed of their choice
 * @param segments columns whose values divide the clients; each row has them, by {@link
 *     Segments#column}
 */
record Scoring(ModelFolder model, double share, long seed, List<String> segments)
    implements Serializable {
  /** Spreads identifiers over all seeds (2^64 divided by the golden ratio). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Scores all of so many clients, and explains about as many as the settings say. */
  static Scoring about(ModelFolder model, DriftConf conf, long clients) {
    return new Scoring(model, (double) conf.explainedClients() / clients, conf.seed(), List.of());
  }

  /** The same, and clients divided by these columns. */
  Scoring by(List<String> columns) {
    return new Scoring(model, share, seed, List.copyOf(columns));
  }

  /** Whether a client is among those: the same answer in whatever file the client stands. */
  boolean explains(Object client) {
    long id = client instanceof Number number ? number.longValue() : client.hashCode();
    return share >= 1 || new SplittableRandom(seed ^ (id * SPREAD)).nextDouble() < share;
  }
}
