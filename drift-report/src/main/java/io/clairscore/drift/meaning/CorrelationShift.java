package io.clairscore.drift.meaning;

import io.clairscore.drift.statistics.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the correlations among the most important columns changed. A classifier between populations
 * needs many rows to find a correlation of two among many columns; a look at each pair does not.
 *
 * @param limit change of a correlation that is called drift
 * @param compared pairs that could be compared, 0 if nobody tried
 * @param pairs those that changed most, largest change first
 */
public record CorrelationShift(double limit, int compared, List<PairShift> pairs) {
  private static final int MOST_TOLD = 10;

  /** Fewer rows say nothing of a correlation. */
  private static final int FEWEST_ROWS = 30;

  /** Nobody tried. */
  public static final CorrelationShift NONE = new CorrelationShift(0, 0, List.of());

  public CorrelationShift {
    pairs = List.copyOf(pairs);
  }

  /** Whether any pair drifted. */
  public boolean drifted() {
    return pairs.stream().anyMatch(PairShift::drifted);
  }

  /**
   * Compares each pair of columns.
   *
   * @param names names of the columns
   * @param reference a row per client, a number per column, NaN if missing
   * @param current likewise
   * @param limit change from which on it is drift, if it is no chance
   * @param level false discoveries tolerated among the pairs
   */
  public static CorrelationShift of(
      List<String> names,
      List<float[]> reference,
      List<float[]> current,
      double limit,
      double level) {
    List<PairShift> pairs = new ArrayList<>();
    List<Double> chances = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        RankCorrelation before = RankCorrelation.of(reference, i, j);
        RankCorrelation after = RankCorrelation.of(current, i, j);
        if (before.known(FEWEST_ROWS) && after.known(FEWEST_ROWS)) {
          pairs.add(
              new PairShift(names.get(i), names.get(j), before.value(), after.value(), 1, false));
          chances.add(before.chanceOfChange(after));
        }
      }
    }
    double[] adjusted =
        BenjaminiHochberg.adjust(chances.stream().mapToDouble(Double::doubleValue).toArray());
    List<PairShift> judged = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      PairShift pair = pairs.get(i);
      boolean drifted = Math.abs(pair.change()) >= limit && adjusted[i] <= level;
      judged.add(
          new PairShift(
              pair.first(), pair.second(), pair.before(), pair.after(), adjusted[i], drifted));
    }
    judged.sort(Comparator.comparingDouble((PairShift pair) -> -Math.abs(pair.change())));
    return new CorrelationShift(
        limit, pairs.size(), judged.subList(0, Math.min(MOST_TOLD, judged.size())));
  }
}
