package io.clairscore.service.population.told;

import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.Sight;
import java.util.List;

/** The columns that somebody may explore the population by, in a lasting order. */
public record ToldColumns(List<ToldColumn> columns) {

  public ToldColumns {
    columns = List.copyOf(columns);
  }

  public static ToldColumns of(Sight sight) {
    return new ToldColumns(
        PopulationColumns.all().columns().stream()
            .filter(column -> column.visibleTo(sight))
            .map(column -> ToldColumn.of(column, sight))
            .toList());
  }
}
