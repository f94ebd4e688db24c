package io.clairscore.service.population;

import io.clairscore.service.population.selection.ExploredColumn;
import java.util.Optional;

/**
 * In which order clients are listed; those without a value come last, equal ones by their number.
 *
 * @param column by which; by the number of the client if empty
 * @param descending greatest first
 */
public record Order(Optional<ExploredColumn> column, boolean descending) {

  String sql() {
    String direction = descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ";
    return column
        .map(by -> by.sql() + direction + KeptColumns.CLIENT)
        .orElse(KeptColumns.CLIENT + (descending ? " DESC" : ""));
  }
}
