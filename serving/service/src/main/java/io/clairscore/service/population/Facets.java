package io.clairscore.service.population;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import io.clairscore.service.population.selection.Bands;
import io.clairscore.service.population.selection.Dimension;
import io.clairscore.service.population.selection.PopulationColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.ScoreColumn;
import io.clairscore.service.population.selection.Selection;
import io.clairscore.service.population.selection.Sight;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By what clients are looked for: each facet counts the clients who fulfil the conditions on all
 * other columns, so that another choice in it can be weighed.
 */
final class Facets {
  private static final List<Column> CATEGORIES =
      List.of(
          Application.NAME_CONTRACT_TYPE,
          Application.NAME_INCOME_TYPE,
          Application.NAME_EDUCATION_TYPE,
          Application.NAME_HOUSING_TYPE,
          Application.CODE_GENDER,
          Application.NAME_FAMILY_STATUS);

  private static final Bands AGES = Bands.at(25, 35, 45, 55, 65);
  private static final Bands RATINGS = Bands.at(2, 3);
  private static final MathContext READABLE = new MathContext(2);

  private final TallyQuery tallies;
  private final WholePopulation whole;

  Facets(TallyQuery tallies, WholePopulation whole) {
    this.tallies = tallies;
    this.whole = whole;
  }

  List<Facet> of(Selection selection, Sight sight) {
    return dimensions(sight)
        .map(
            dimension ->
                new Facet(dimension, tallies.by(dimension, selection.without(dimension.column()))))
        .toList();
  }

  private Stream<Dimension> dimensions(Sight sight) {
    PopulationColumn income = PopulationColumns.of(Application.AMT_INCOME_TOTAL);
    Stream<Dimension> categories =
        Stream.concat(
                Stream.of(
                    ScoreColumn.DECISION.column(),
                    ScoreColumn.LEVEL.column(),
                    ScoreColumn.REVIEW.column(),
                    ScoreColumn.OUTCOME.column()),
                CATEGORIES.stream().map(PopulationColumns::of))
            .filter(column -> column.visibleTo(sight))
            .map(column -> Dimension.of(column, sight));
    Stream<Dimension> numbers =
        Stream.of(
            Dimension.of(income, fifths(income)),
            Dimension.of(ScoreColumn.AGE.column(), AGES),
            Dimension.of(PopulationColumns.of(Application.REGION_RATING_CLIENT), RATINGS));
    return Stream.concat(
        categories, numbers.filter(dimension -> dimension.column().visibleTo(sight)));
  }

  /** Bands of about a fifth of everybody each, with edges of two digits. */
  private Bands fifths(PopulationColumn column) {
    Ladder all = whole.numbers(column).of(Group.ALL);
    if (all.isEmpty()) {
      return Bands.at();
    }
    return Bands.at(
        IntStream.rangeClosed(1, 4)
            .mapToDouble(fifth -> all.at(200 * fifth))
            .map(edge -> BigDecimal.valueOf(edge).round(READABLE).doubleValue())
            .distinct()
            .toArray());
  }
}
