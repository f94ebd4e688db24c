package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostPoint;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.evaluation.ThresholdRule;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.spark.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the fewest features that judge clients no worse than all of them. For each fold the
 * features are ranked by the total gain of the model that did not see the fold, and models of the
 * strongest ones are fitted on the same clients: whoever is scored had no part in the choice. The
 * features that are served are the strongest of the same model fitted on all training clients.
 */
final class Compaction {
  private static final int RESAMPLES = 1000;

  private final Job job;
  private final TrainingConf conf;
  private final Dataset<Row> training;
  private final CrossValidation<XgboostLearner> validation;
  private final Contender all;
  private final Decisions decided;
  private final MonotoneDirections directions;

  /**
   * What came of it.
   *
   * @param contender the model to serve: the smallest that is no worse, or that of all features
   * @param sizes what was tried, the fewest features first, all features last; empty if nothing was
   */
  record Found(Contender contender, List<CompactSize> sizes) {}

  private Compaction(
      Job job,
      Dataset<Row> training,
      CrossValidation<XgboostLearner> validation,
      Contender all,
      MonotoneDirections directions) {
    this.job = job;
    this.conf = job.conf().training();
    this.training = training;
    this.validation = validation;
    this.all = all;
    this.decided = decided(all.scored());
    this.directions = directions;
  }

  /**
   * Tries the sizes of the configuration that are below the number of features.
   *
   * @param all the model of all features
   */
  static Found of(
      Job job,
      Dataset<Row> training,
      CrossValidation<XgboostLearner> validation,
      Contender all,
      MonotoneDirections directions) {
    return new Compaction(job, training, validation, all, directions).found();
  }

  private Found found() {
    int features = all.shown().positions().size();
    List<Integer> sizes =
        conf.compact().sizes().stream().filter(size -> size < features).sorted().toList();
    if (sizes.isEmpty()) {
      return new Found(all, List.of());
    }
    List<List<Integer>> rankings =
        validation.models().stream().map(model -> strongest(model, features)).toList();
    List<Integer> ofAllClients = strongest(validation.refit(), features);
    Contender served = null;
    List<CompactSize> tried = new ArrayList<>();
    for (int size : sizes) {
      Contender contender = contender(size, rankings, ofAllClients);
      CompactSize worth = worth(size, contender);
      boolean smallest = served == null && worth.noWorse(job.conf().tracking().gate());
      served = smallest ? contender : served;
      tried.add(smallest ? worth.asServed() : worth);
    }
    CompactSize ofAll = worth(features, all, null, null);
    tried.add(served == null ? ofAll.asServed() : ofAll);
    return new Found(served == null ? all : served, tried);
  }

  private static List<Integer> strongest(LearnerModel model, int features) {
    return TreeGains.strongest(((BoostedPredictor) model.learned().predictor()).json(), features);
  }

  private Contender contender(int size, List<List<Integer>> rankings, List<Integer> ofAllClients) {
    job.progress().say("models of " + size + " features");
    List<LearnerModel> models =
        IntStream.range(0, rankings.size())
            .mapToObj(fold -> fit(first(size, rankings.get(fold)), fold))
            .toList();
    return new Contender(
        first(size, ofAllClients), point(), models, ScoredRows.outOfFold(training, models));
  }

  private static Shown first(int size, List<Integer> ranking) {
    return Shown.at(ranking.subList(0, Math.min(size, ranking.size())));
  }

  private LearnerModel fit(Shown shown, int fold) {
    int[] positions = shown.positions().stream().mapToInt(Integer::intValue).toArray();
    XgboostLearner learner =
        new XgboostLearner(conf, point(), Balance.AS_IT_IS, directions.of(shown));
    return new LearnerEstimator(
            List.of(new SubsetLearner(positions, learner)), (fitted, learned) -> {})
        .fit(training.filter(col(Columns.FOLD).notEqual(fold)));
  }

  /** The chosen point; a tree of few features must see more of them than one of hundreds. */
  private XgboostPoint point() {
    return all.point().seeing(conf.compact().colsampleBytree());
  }

  private CompactSize worth(int size, Contender contender) {
    Bootstrap bootstrap = new Bootstrap(RESAMPLES, conf.seed());
    BusinessConf costs = job.conf().business();
    demandSameClients(contender.scored());
    return worth(
        size,
        contender,
        bootstrap.aucDifference(contender.scored(), all.scored()),
        bootstrap.difference(decided(contender.scored()).costs(costs), decided.costs(costs)));
  }

  private CompactSize worth(int size, Contender contender, Estimate auc, Estimate cost) {
    return new CompactSize(
        size,
        contender.scored().ranked().auc(),
        decided(contender.scored()).confusion().cost(job.conf().business()),
        auc,
        cost,
        IntStream.of(contender.rounds()).average().orElseThrow(),
        false);
  }

  /** Each client at the cheapest threshold of the other folds; probabilities play no part. */
  private Decisions decided(ScoredClients scored) {
    double[] probability =
        Arrays.stream(scored.margin()).map(margin -> 1 / (1 + Math.exp(-margin))).toArray();
    return Decisions.crossFitted(
        new Scores(scored, probability), ThresholdRule.COST, job.conf().business(), conf.folds());
  }

  private void demandSameClients(ScoredClients scored) {
    if (!Arrays.equals(scored.client(), all.scored().client())) {
      throw new IllegalStateException("The smaller model scored other clients");
    }
  }
}
