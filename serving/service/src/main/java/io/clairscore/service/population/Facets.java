package io.clairscore.service.population;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ColumnBands;
import io.clairscore.service.population.selection.Dimension;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.ScoreColumn;
import io.clairscore.service.population.selection.Sight;
import io.clairscore.service.population.selection.Sql;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final ColumnBands AGES = ColumnBands.at(25, 35, 45, 55, 65);
  private static final ColumnBands RATINGS = ColumnBands.at(2, 3);
  private static final MathContext READABLE = new MathContext(2);

  private final ClientTable table;
  private final WholePopulation whole;

  Facets(ClientTable table, WholePopulation whole) {
    this.table = table;
    this.whole = whole;
  }

  List<Facet> of(ClientSelection selection, Sight sight) {
    List<Dimension> dimensions = dimensions(sight).toList();
    List<Dimension> free =
        dimensions.stream()
            .filter(dimension -> !selection.columns().contains(dimension.column()))
            .toList();
    Map<Dimension, Facet> facets = new HashMap<>();
    count(free, selection).forEach(facet -> facets.put(facet.dimension(), facet));
    return dimensions.stream()
        .map(
            dimension ->
                facets.containsKey(dimension)
                    ? facets.get(dimension)
                    : count(List.of(dimension), selection.without(dimension.column())).get(0))
        .toList();
  }

  /** Facets under one selection, by one query: which of them a row is of, it says by a number. */
  private List<Facet> count(List<Dimension> dimensions, ClientSelection selection) {
    if (dimensions.isEmpty()) {
      return List.of();
    }
    List<ExploredColumn> columns = new ArrayList<>(selection.columns());
    List<Sql> keys = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      columns.add(dimension.column());
      names.add("g" + keys.size());
      keys.add(Sql.join(dimension.sql(), " AS g" + keys.size()));
    }
    String all = String.join(", ", names);
    Sql sql =
        Sql.join(
            "SELECT " + all + ", GROUPING(" + all + "), count(*) FROM (SELECT ",
            Sql.list(keys, ", "),
            " FROM " + table.with(columns) + " WHERE ",
            selection.condition(),
            ") GROUP BY GROUPING SETS ((" + String.join("), (", names) + "))");
    return table.ask(columns, sql, rows -> read(dimensions, rows));
  }

  private static List<Facet> read(List<Dimension> dimensions, ResultSet rows) throws SQLException {
    int last = dimensions.size() - 1;
    long[][] counts = new long[dimensions.size()][];
    for (int facet = 0; facet <= last; facet++) {
      counts[facet] = new long[dimensions.get(facet).places()];
    }
    while (rows.next()) {
      // The bit of the only column that is grouped by is not set; the last column has the lowest.
      long grouped = ~rows.getLong(last + 2) & ((1L << (last + 1)) - 1);
      int facet = last - Long.numberOfTrailingZeros(grouped);
      int place = dimensions.get(facet).place(rows.getObject(facet + 1));
      counts[facet][place] += rows.getLong(last + 3);
    }
    List<Facet> facets = new ArrayList<>();
    for (int facet = 0; facet <= last; facet++) {
      facets.add(new Facet(dimensions.get(facet), Arrays.stream(counts[facet]).boxed().toList()));
    }
    return facets;
  }

  private Stream<Dimension> dimensions(Sight sight) {
    ExploredColumn income = PopulationColumns.of(Application.AMT_INCOME_TOTAL);
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

  /** ColumnBands of about a fifth of everybody each, with edges of two digits. */
  private ColumnBands fifths(ExploredColumn column) {
    Ladder all = whole.numbers(column).of(Group.ALL);
    if (all.isEmpty()) {
      return ColumnBands.at();
    }
    return ColumnBands.at(
        IntStream.rangeClosed(1, 4)
            .mapToDouble(fifth -> all.at(200 * fifth))
            .map(edge -> BigDecimal.valueOf(edge).round(READABLE).doubleValue())
            .distinct()
            .toArray());
  }
}
