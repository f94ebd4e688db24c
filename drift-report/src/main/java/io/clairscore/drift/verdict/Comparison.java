package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.CategoryProfile;
import io.clairscore.drift.profile.ColumnProfile;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.statistics.BenjaminiHochberg;
import io.clairscore.features.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures every column, then judges all of them together. */
final class Comparison {
  /**
   * With fewer rows the approximations behind the p-values do not hold: a single row in a rare cell
   * would be called drift.
   */
  private static final int FEWEST_ROWS = 20;

  private final PopulationProfile reference;
  private final PopulationProfile current;
  private final DriftOptions options;

  Comparison(PopulationProfile reference, PopulationProfile current, DriftOptions options) {
    this.reference = reference;
    this.current = current;
    this.options = options;
  }

  DriftReport report() {
    Map<String, Measurement> measured = measured();
    Optional<Measurement> score =
        options
            .model()
            .map(
                model ->
                    measure(
                        Optional.of(model.referenceScores()), Optional.of(model.currentScores())));
    Map<String, Measurement> judged = judged(measured, score);
    Optional<ModelVerdict> model =
        options
            .model()
            .map(impact -> ModelJudge.of(impact, judged.remove(ModelJudge.SCORE), options));
    List<DriftRow> rows = new RowJudge(options).rows(judged);
    DatasetVerdict verdict =
        new DatasetJudge(options.policy()).of(rows, model, options.quality(), options.meaning());
    return new DriftReport(
        options.policy(),
        options.provenance(),
        reference.rows(),
        current.rows(),
        verdict,
        rows,
        model,
        options.quality(),
        options.meaning());
  }

  private Map<String, Measurement> measured() {
    Set<String> names = new LinkedHashSet<>(reference.columns().keySet());
    boolean apart = names.stream().noneMatch(current.columns()::containsKey);
    names.addAll(current.columns().keySet());
    names.removeAll(options.excluded());
    if (apart || names.isEmpty()) {
      throw Refusal.data(
          "The populations cannot be compared.",
          "They have no column in common.",
          "Name two populations of the same schema.");
    }
    Map<String, Measurement> measured = new LinkedHashMap<>();
    for (String name : names) {
      measured.put(name, measure(reference.column(name), current.column(name)));
    }
    return measured;
  }

  private Measurement measure(Optional<ColumnProfile> left, Optional<ColumnProfile> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Measurement.none(
          left.isEmpty() ? RowStatus.ADDED : RowStatus.ABSENT,
          type(left.or(() -> right).orElseThrow()),
          left.map(Comparison::side).orElse(Side.ABSENT),
          right.map(Comparison::side).orElse(Side.ABSENT));
    }
    return compared(left.get(), right.get());
  }

  private Measurement compared(ColumnProfile left, ColumnProfile right) {
    if (left.rows() == 0 || right.rows() == 0) {
      return Measurement.none(RowStatus.NO_ROWS, type(left), side(left), side(right));
    }
    if (left instanceof NumberProfile numbers && right instanceof NumberProfile others) {
      return new NumberComparison(numbers, others, options.policy()).measure();
    }
    if (left instanceof CategoryProfile categories && right instanceof CategoryProfile others) {
      return new CategoryComparison(categories, others, options.policy()).measure();
    }
    return Measurement.none(RowStatus.TYPE_CHANGED, type(left), side(left), side(right));
  }

  /** Adjusts the p-values over all checks at once, the score's among them, then judges each. */
  private Map<String, Measurement> judged(
      Map<String, Measurement> measured, Optional<Measurement> score) {
    Map<String, Measurement> all = new LinkedHashMap<>(measured);
    score.ifPresent(of -> all.put(ModelJudge.SCORE, of));
    List<Check> checks = new ArrayList<>();
    all.values().forEach(of -> checks.addAll(of.checks()));
    double[] adjusted =
        BenjaminiHochberg.adjust(checks.stream().mapToDouble(Check::pValue).toArray());
    boolean few = Math.min(reference.rows(), current.rows()) < FEWEST_ROWS;
    int next = 0;
    for (Map.Entry<String, Measurement> entry : all.entrySet()) {
      List<Check> judged = new ArrayList<>();
      for (Check check : entry.getValue().checks()) {
        judged.add(check.judged(few ? Double.NaN : adjusted[next], options.policy()));
        next++;
      }
      entry.setValue(entry.getValue().with(judged));
    }
    return all;
  }

  private static ColumnType type(ColumnProfile profile) {
    if (profile instanceof NumberProfile numbers) {
      return numbers.integers() ? ColumnType.INTEGER : ColumnType.REAL;
    }
    return ColumnType.CATEGORY;
  }

  private static Side side(ColumnProfile profile) {
    return Side.ofCategories(profile.rows(), profile.missing(), profile.distinct());
  }
}
