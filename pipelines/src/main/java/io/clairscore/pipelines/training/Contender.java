package io.clairscore.pipelines.training;

import io.clairscore.pipelines.conf.XgboostPoint;
import io.clairscore.pipelines.evaluation.ScoredClients;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * A model that might be served, as cross-validation knows it.
 *
 * @param shown the features it will have
 * @param point its hyper-parameters
 * @param models the model of each fold
 * @param scored every training client, scored by the model that did not see it
 */
record Contender(Shown shown, XgboostPoint point, List<LearnerModel> models, ScoredClients scored) {

  /** The cheapest point of the grid, on all features. */
  static Contender ofAll(CrossValidation<XgboostLearner> validation, int features) {
    return new Contender(
        new Shown(IntStream.range(0, features).boxed().toList()),
        validation.chosen().point(),
        validation.models(),
        validation.scored());
  }

  /** Trees of the model of each fold. */
  int[] rounds() {
    return models.stream()
        .mapToInt(model -> model.learned().facts().get(XgboostLearner.TREES).intValue())
        .toArray();
  }

  /** The point with as many rounds as the median of the folds' best. */
  XgboostPoint served() {
    double rounds = new Median().evaluate(IntStream.of(rounds()).asDoubleStream().toArray());
    return point.paced((int) Math.round(rounds), point.eta(), point.earlyStoppingRounds());
  }

  /** Whether no client differs from another. */
  boolean saysNothing() {
    return Arrays.stream(scored.margin()).distinct().count() < 2;
  }
}
