package io.clairscore.pipelines.drift.scan;

import io.clairscore.pipelines.conf.DriftConf;
import io.clairscore.pipelines.drift.population.Segments;
import io.clairscore.pipelines.scoring.ModelFolder;
import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How clients are scored while they are scanned.
 *
 * @param model the bundle
 * @param explained clients, about, whose contributions are computed
 * @param clients of the population; 0 until they are counted, and then all are explained
 * @param seed seed of their choice
 * @param segments columns whose values divide the clients; each row has them, by {@link
 *     Segments#column}
 */
public record Scoring(
    ModelFolder model, int explained, long clients, long seed, List<String> segments)
    implements Serializable {
  /** Spreads identifiers over all seeds (2^64 divided by the golden ratio). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  public Scoring {
    segments = List.copyOf(segments);
  }

  /** Scores all clients, divides them by these columns, and explains as many as settings say. */
  public static Scoring by(ModelFolder model, DriftConf conf, List<String> segments) {
    return new Scoring(model, conf.explainedClients(), 0, conf.seed(), segments);
  }

  /** The same of so many clients. */
  Scoring of(long count) {
    return new Scoring(model, explained, count, seed, segments);
  }

  /** Whether a client is among those: the same answer in whatever file the client stands. */
  boolean explains(Object client) {
    double share = (double) explained / clients;
    long id = client instanceof Number number ? number.longValue() : client.hashCode();
    return share >= 1 || new SplittableRandom(seed ^ (id * SPREAD)).nextDouble() < share;
  }
}
