package io.clairscore.service.population.told;

import io.clairscore.service.file.Label;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.Distribution;
import io.clairscore.service.population.Grid;
import io.clairscore.service.population.Spread;
import io.clairscore.service.population.selection.ExploredColumn;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a column lies over the selected clients.
 *
 * @param places with the clients of each
 * @param spread of a number
 * @param position of the client who is looked at, if one is
 */
public record ToldDistribution(
    ToldColumn column,
    List<ToldSegments.Segment> places,
    @MayBeNull ToldSpread spread,
    @MayBeNull ToldPosition position) {

  /**
   * How known numbers lie.
   *
   * @param known clients with a value
   * @param missing clients without
   * @param quantiles none of fewer than {@value Grid#LEAST_CLIENTS} known values
   */
  public record ToldSpread(long known, long missing, List<Quantile> quantiles) {}

  /** A value that a share of the clients do not exceed. */
  public record Quantile(double share, double value) {}

  /**
   * Where a client stands.
   *
   * @param number the client's value, of a number
   * @param value the client's value, of a category
   * @param rank share of the selected who have less, those who have as much by half
   */
  public record ToldPosition(
      ToldPlace place,
      @MayBeNull Double number,
      @MayBeNull String value,
      @MayBeNull Label label,
      @MayBeNull Double rank) {}

  public ToldDistribution {
    places = List.copyOf(places);
  }

  public static ToldDistribution of(Distribution distribution) {
    return new ToldDistribution(
        ToldColumn.named(distribution.dimension().column()),
        ToldSegments.places(distribution.dimension(), distribution.tallies()),
        distribution.spread().map(ToldDistribution::spread).orElse(null),
        distribution.position().map(position -> position(distribution, position)).orElse(null));
  }

  private static ToldSpread spread(Spread spread) {
    List<Quantile> quantiles =
        spread.known() < Grid.LEAST_CLIENTS
            ? List.of()
            : IntStream.range(0, Spread.THOUSANDTHS.size())
                .mapToObj(
                    at ->
                        new Quantile(
                            Spread.THOUSANDTHS.get(at) / 1000.0, spread.quantiles().get(at)))
                .toList();
    return new ToldSpread(spread.known(), spread.missing(), quantiles);
  }

  private static ToldPosition position(Distribution of, Distribution.Position position) {
    ExploredColumn column = of.dimension().column();
    Object value = position.value().orElse(null);
    String category = column.isNumber() ? null : (String) value;
    return new ToldPosition(
        ToldPlace.of(of.dimension(), position.place()),
        column.isNumber() ? (Double) value : null,
        category,
        category == null ? null : Label.of(column.label(category)),
        of.spread().map(spread -> Figure.of(spread.rank())).orElse(null));
  }
}
