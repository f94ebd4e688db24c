package io.clairscore.service.population.told;

import io.clairscore.service.population.Segments;
import io.clairscore.service.population.Tally;
import io.clairscore.service.population.selection.Dimension;
import java.util.List;
import java.util.stream.IntStream;

/** The selected clients by a column. */
public record ToldSegments(ToldColumn column, List<Segment> segments) {

  /** The clients of a place. */
  public record Segment(ToldPlace place, ToldTally tally) {}

  public ToldSegments {
    segments = List.copyOf(segments);
  }

  public static ToldSegments of(Segments segments) {
    Dimension dimension = segments.dimension();
    return new ToldSegments(
        ToldColumn.named(dimension.column()), places(dimension, segments.tallies()));
  }

  /** Every place that somebody is in; of a category, also the others. */
  static List<Segment> places(Dimension dimension, List<Tally> tallies) {
    return IntStream.range(0, dimension.places())
        .filter(at -> tallies.get(at).clients() > 0 || isInner(dimension, at))
        .mapToObj(at -> new Segment(ToldPlace.of(dimension, at), ToldTally.of(tallies.get(at))))
        .toList();
  }

  /** Whether a place is a value, or a band between two edges. */
  private static boolean isInner(Dimension dimension, int place) {
    boolean band = dimension.bands().isPresent();
    return place < dimension.size() && !(band && (place == 0 || place == dimension.size() - 1));
  }
}
