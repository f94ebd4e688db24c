package io.clairscore.service.population.told;

import io.clairscore.service.file.Label;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.selection.ColumnBands;
import io.clairscore.service.population.selection.Dimension;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A place of a dimension.
 *
 * @param kind what it holds
 * @param value of a category
 * @param label of the value
 * @param from least number of a band; null if the band is open
 * @param to first number beyond it; null if the band is open
 */
public record ToldPlace(
    Kind kind,
    @MayBeNull String value,
    @MayBeNull Label label,
    @MayBeNull Double from,
    @MayBeNull Double to) {

  /** What a place holds. */
  public enum Kind {
    VALUE,
    BAND,
    /** Values by which clients are not told apart. */
    OTHER,
    /** No value. */
    MISSING
  }

  /** Every place, in the order of the tallies. */
  static List<ToldPlace> of(Dimension dimension) {
    return IntStream.range(0, dimension.places()).mapToObj(at -> of(dimension, at)).toList();
  }

  static ToldPlace of(Dimension dimension, int place) {
    if (place >= dimension.size()) {
      Kind kind = place == dimension.missing() ? Kind.MISSING : Kind.OTHER;
      return new ToldPlace(kind, null, null, null, null);
    }
    if (dimension.bands().isPresent()) {
      ColumnBands bands = dimension.bands().get();
      return new ToldPlace(
          Kind.BAND,
          null,
          null,
          Figure.of(bands.from(place).orElse(Double.NaN)),
          Figure.of(bands.to(place).orElse(Double.NaN)));
    }
    String value = dimension.values().get(place);
    return new ToldPlace(Kind.VALUE, value, Label.of(dimension.column().label(value)), null, null);
  }
}
