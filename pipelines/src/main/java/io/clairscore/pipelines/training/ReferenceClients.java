package io.clairscore.pipelines.training;

import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.scorer.Contributions;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.Levels;
import io.clairscore.scorer.Quartiles;
import io.clairscore.scorer.Reference;
import io.clairscore.scorer.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Describes the clients a score is compared with. Values and contributions are those of a bounded
 * sample: the first clients in the seeded pseudo-random order that the training table stores, so
 * that the same training always describes the same clients.
 */
final class ReferenceClients {
  /** Enough for a median within one per cent of its rank, and some 30 MB on the driver. */
  static final int SAMPLED = 10_000;

  /** Explaining is slow, and a mean over so many is known to a fiftieth of its spread. */
  static final int EXPLAINED = 2_000;

  private final List<String> names;
  private final List<float[]> vectors = new ArrayList<>();
  private final List<Boolean> accepted = new ArrayList<>();
  private final List<double[]> contributions;

  private ReferenceClients(
      List<String> names, List<SampledClient> sample, Set<Integer> refused, Contributions walker) {
    this.names = names;
    for (SampledClient client : sample) {
      vectors.add(client.vector());
      accepted.add(!refused.contains(client.id()));
    }
    contributions =
        IntStream.range(0, Math.min(EXPLAINED, vectors.size()))
            .parallel()
            .mapToObj(i -> walker.explain(vectors.get(i)))
            .toList();
  }

  /**
   * Describes the clients of a training.
   *
   * @param training rows with SK_ID_CURR, inner_order and features
   * @param judged the same clients, out of fold
   * @param levels the levels of the served model
   */
  static Reference of(
      Dataset<Row> training,
      Decisions judged,
      Levels levels,
      ServedModel served,
      List<String> names) {
    ScoredClients scored = judged.scores().clients();
    Set<Integer> refused = new HashSet<>();
    for (int i = 0; i < scored.size(); i++) {
      if (judged.refused()[i]) {
        refused.add(scored.client()[i]);
      }
    }
    Contributions walker = Contributions.of(TreeEnsemble.read(served.json()));
    return new ReferenceClients(names, SampledClient.first(SAMPLED, training), refused, walker)
        .describe(outcomes(scored, levels));
  }

  private Reference describe(List<LevelOutcome> outcomes) {
    int count = (int) accepted.stream().filter(yes -> yes).count();
    return new Reference(
        vectors.size(),
        count,
        contributions.size(),
        IntStream.range(0, names.size()).mapToObj(feature -> describe(feature, count)).toList(),
        outcomes);
  }

  private FeatureReference describe(int feature, int acceptedCount) {
    double[] known =
        IntStream.range(0, vectors.size())
            .filter(accepted::get)
            .mapToDouble(i -> vectors.get(i)[feature])
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    boolean described = known.length > 0;
    return new FeatureReference(
        names.get(feature),
        described ? (double) known.length / acceptedCount : 0,
        described ? quartiles(known) : null,
        described ? Arrays.stream(known).sum() / known.length : null,
        mean(feature, contributions.size(), i -> true, false),
        mean(feature, acceptedExplained(), accepted::get, false),
        mean(feature, contributions.size(), i -> true, true));
  }

  private int acceptedExplained() {
    return (int) IntStream.range(0, contributions.size()).filter(accepted::get).count();
  }

  private double mean(int feature, int count, IntPredicate kept, boolean absolute) {
    double sum = 0;
    for (int i = 0; i < contributions.size(); i++) {
      if (kept.test(i)) {
        double value = contributions.get(i)[feature];
        sum += absolute ? Math.abs(value) : value;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** By nearest rank, so that a quartile is a value some client has. */
  static Quartiles quartiles(double[] sorted) {
    return new Quartiles(ranked(sorted, 0.25), ranked(sorted, 0.5), ranked(sorted, 0.75));
  }

  private static double ranked(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** What became of the clients of each level, by their out-of-fold margins. */
  static List<LevelOutcome> outcomes(ScoredClients scored, Levels levels) {
    long[] clients = new long[Level.values().length];
    long[] defaults = new long[clients.length];
    for (int i = 0; i < scored.size(); i++) {
      int level = levels.of(scored.margin()[i]).ordinal();
      clients[level]++;
      defaults[level] += scored.target()[i];
    }
    return Arrays.stream(Level.values())
        .map(level -> new LevelOutcome(level, clients[level.ordinal()], defaults[level.ordinal()]))
        .toList();
  }
}
