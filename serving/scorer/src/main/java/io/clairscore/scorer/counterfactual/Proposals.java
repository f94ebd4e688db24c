package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turns changes that the search has found for one client into proposals in round numbers. A
 * proposal is scored as any application is, by the whole engine, before anybody sees it.
 */
final class Proposals {
  /** From this grade on, no amount is rounded any more. */
  private static final int LAST_GRADE = 9;

  /** Amounts that follow from others are rounded to whole units, or at least to cents. */
  private static final double[] UNITS = {1, 100};

  private final FeatureEngine engine;
  private final Scorer scorer;
  private final MovedFeatures moved;
  private final Levers levers;
  private final Dossier dossier;
  private final float[] vector;

  /**
   * Proposals for a client.
   *
   * @param vector the features of the dossier
   */
  Proposals(
      FeatureEngine engine,
      Scorer scorer,
      MovedFeatures moved,
      Levers levers,
      Dossier dossier,
      float[] vector) {
    this.engine = engine;
    this.scorer = scorer;
    this.moved = moved;
    this.levers = levers;
    this.dossier = dossier;
    this.vector = vector;
  }

  /** The proposal that a change makes: as round as it can be and still reach its goal. */
  Proposal of(Change candidate, Predicate<Score> goal) {
    for (int grade = 0; grade <= LAST_GRADE; grade++) {
      for (double unit : UNITS) {
        Optional<Proposal> proposal = rounded(candidate, grade, unit, goal);
        if (proposal.isPresent()) {
          return proposal.get();
        }
      }
    }
    List<Double> exact = values(candidate, LAST_GRADE);
    return proposal(candidate, exact, changed(candidate, exact), goal);
  }

  private Optional<Proposal> rounded(
      Change candidate, int grade, double unit, Predicate<Score> goal) {
    List<Double> values = values(candidate, grade);
    for (int i = 0; i < values.size(); i++) {
      Course course = candidate.steps().get(i).course();
      if (course.distance(values.get(i)) > course.distance(course.value(course.size()))) {
        return Optional.empty();
      }
    }
    Rows own = dossier.application();
    Rows changed = changed(candidate, values);
    for (NumberColumn column : levers.columns()) {
      double cell = changed.number(column, 0);
      if (cell != own.number(column, 0)) {
        changed.set(column, 0, Math.rint(cell * unit) / unit);
      }
    }
    return levers.allow(own, changed) && goal.test(score(changed))
        ? Optional.of(proposal(candidate, values, changed, goal))
        : Optional.empty();
  }

  /** The value of each input, rounded away from the client's own. */
  private static List<Double> values(Change candidate, int grade) {
    return candidate.steps().stream()
        .map(step -> step.course().rounded(step.course().value(step.at()), grade))
        .toList();
  }

  private Rows changed(Change candidate, List<Double> values) {
    Rows changed = dossier.application().copy();
    for (int i = 0; i < values.size(); i++) {
      candidate.steps().get(i).course().apply(values.get(i), changed);
    }
    return changed;
  }

  private Score score(Rows changed) {
    float[] changedVector = vector.clone();
    for (int feature = 0; feature < moved.count(); feature++) {
      changedVector[moved.index(feature)] = moved.value(feature, changed);
    }
    return scorer.score(changedVector);
  }

  private Proposal proposal(
      Change candidate, List<Double> values, Rows changed, Predicate<Score> goal) {
    Rows own = dossier.application();
    Map<NumberColumn, Double> cells = new LinkedHashMap<>();
    for (NumberColumn column : levers.columns()) {
      double cell = changed.number(column, 0);
      if (!Double.isNaN(cell) && cell != own.number(column, 0)) {
        cells.put(column, cell);
      }
    }
    List<InputChange> changes = new ArrayList<>();
    double distance = 0;
    for (int i = 0; i < values.size(); i++) {
      Course course = candidate.steps().get(i).course();
      NumberColumn leading = course.lever().leading();
      changes.add(
          new InputChange(
              course.lever(),
              own.number(leading, 0),
              changed.number(leading, 0),
              values.get(i) > course.value(0)));
      distance += course.distance(values.get(i));
    }
    Score score = scorer.score(engine.compute(dossier.withApplication(cells)));
    if (!goal.test(score)) {
      throw new IllegalStateException(
          "The engine gives %d points to a change of which the search promised otherwise: %s"
              .formatted(score.points(), changes));
    }
    return new Proposal(changes, cells, distance, candidate.distance(), score);
  }
}
