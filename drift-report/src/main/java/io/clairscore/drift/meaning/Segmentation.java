package io.clairscore.drift.meaning;

import io.clairscore.features.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Divides a change among segments (Kitagawa, Components of a Difference Between Two Rates, 1955):
 * of a segment with shares w and means m before and after, the mix is the change of its share times
 * its average mean, as far as that is above the average of all; within is the change of its mean
 * times its average share. Neither population is preferred, and there is no third term.
 */
public final class Segmentation {
  /** Smaller segments are told together: their means would be noise, and might name a person. */
  private static final int FEWEST_CLIENTS = 30;

  private static final int MOST_SEGMENTS = 12;
  private static final double TOLERANCE = 1e-9;

  private final SortedMap<String, SegmentTally> before = new TreeMap<>();
  private final SortedMap<String, SegmentTally> after = new TreeMap<>();
  private final SegmentTally all;
  private final SegmentTally allAfter;

  private Segmentation(Map<String, SegmentTally> before, Map<String, SegmentTally> after) {
    all = sum(before);
    allAfter = sum(after);
    SortedMap<String, Long> sizes = new TreeMap<>();
    before.forEach((value, tally) -> sizes.merge(value, tally.clients(), Long::sum));
    after.forEach((value, tally) -> sizes.merge(value, tally.clients(), Long::sum));
    List<String> told =
        sizes.keySet().stream()
            .filter(value -> sizes.get(value) >= FEWEST_CLIENTS)
            .sorted(Comparator.comparingLong((String value) -> -sizes.get(value)))
            .limit(MOST_SEGMENTS)
            .toList();
    for (String value : sizes.keySet()) {
      String kept = told.contains(value) ? value : SegmentTerm.OTHERS;
      this.before.merge(kept, before.getOrDefault(value, SegmentTally.EMPTY), SegmentTally::plus);
      this.after.merge(kept, after.getOrDefault(value, SegmentTally.EMPTY), SegmentTally::plus);
    }
  }

  /**
   * Divides the changes.
   *
   * @param before segments of the reference by value; each population has clients
   * @param after segments of the current population
   * @param labels what people call a value
   */
  public static SegmentShift of(
      String column,
      Text label,
      Map<String, SegmentTally> before,
      Map<String, SegmentTally> after,
      Function<String, Text> labels) {
    return new Segmentation(before, after).shift(column, label, labels);
  }

  private SegmentShift shift(String column, Text label, Function<String, Text> labels) {
    List<SegmentTerm> terms = new ArrayList<>();
    for (String value : before.keySet()) {
      SegmentTally one = before.get(value);
      SegmentTally other = after.get(value);
      terms.add(
          new SegmentTerm(
              value,
              labels.apply(value),
              one.clients(),
              other.clients(),
              effect(one, other, SegmentTally::mean, SegmentTally::meanSpread),
              effect(one, other, SegmentTally::refusals, SegmentTally::refusalSpread)));
    }
    terms.sort(Comparator.comparingLong((SegmentTerm term) -> -term.reference()));
    return new SegmentShift(
        column,
        label,
        total(
            terms.stream().map(SegmentTerm::score).toList(),
            SegmentTally::mean,
            SegmentTally::meanSpread),
        total(
            terms.stream().map(SegmentTerm::refusals).toList(),
            SegmentTally::refusals,
            SegmentTally::refusalSpread),
        terms);
  }

  private Effect effect(
      SegmentTally one,
      SegmentTally other,
      ToDoubleFunction<SegmentTally> mean,
      ToDoubleFunction<SegmentTally> spread) {
    double from = mean.applyAsDouble(one);
    double to = mean.applyAsDouble(other);
    // A segment that only one population has changes nothing within: all of it is mix.
    DoubleBinaryOperator known = (value, instead) -> Double.isNaN(value) ? instead : value;
    double start = known.applyAsDouble(from, to);
    double end = known.applyAsDouble(to, from);
    double share = (double) one.clients() / all.clients();
    double shareAfter = (double) other.clients() / allAfter.clients();
    double average = (mean.applyAsDouble(all) + mean.applyAsDouble(allAfter)) / 2;
    return new Effect(
        from,
        to,
        bound(one, other, spread),
        (shareAfter - share) * ((start + end) / 2 - average),
        (share + shareAfter) / 2 * (end - start));
  }

  /** The sums, which make up the change of the mean by construction: this is the proof. */
  private Effect total(
      List<Effect> effects,
      ToDoubleFunction<SegmentTally> mean,
      ToDoubleFunction<SegmentTally> spread) {
    double mix = effects.stream().mapToDouble(Effect::mix).sum();
    double within = effects.stream().mapToDouble(Effect::within).sum();
    double shift = mean.applyAsDouble(allAfter) - mean.applyAsDouble(all);
    if (!(Math.abs(mix + within - shift) <= TOLERANCE)) {
      throw new IllegalStateException(
          "Segments add up to %s, and the mean moved by %s".formatted(mix + within, shift));
    }
    return new Effect(
        mean.applyAsDouble(all),
        mean.applyAsDouble(allAfter),
        bound(all, allAfter, spread),
        mix,
        within);
  }

  private static double bound(
      SegmentTally one, SegmentTally other, ToDoubleFunction<SegmentTally> spread) {
    return one.clients() == 0 || other.clients() == 0
        ? Double.NaN
        : ExpectedFigures.WIDTH
            * Math.sqrt(spread.applyAsDouble(one) + spread.applyAsDouble(other));
  }

  private static SegmentTally sum(Map<String, SegmentTally> segments) {
    return new TreeMap<>(segments).values().stream().reduce(SegmentTally.EMPTY, SegmentTally::plus);
  }
}
