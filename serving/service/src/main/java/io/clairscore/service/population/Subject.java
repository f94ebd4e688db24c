package io.clairscore.service.population;

import io.clairscore.service.population.selection.ExploredColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The client who is looked at: of the published population, or a new applicant.
 *
 * @param client SK_ID_CURR, which leaves the client out of the others; 0 for a new applicant
 * @param values a double or the value of a category, of every column that is needed; missing ones
 *     are left out
 */
public record Subject(int client, Map<ExploredColumn, Object> values) {

  public Subject {
    values = Map.copyOf(new HashMap<>(values));
    values.forEach(
        (column, value) -> {
          if (!(column.isNumber() ? value instanceof Double : value instanceof String)) {
            throw new IllegalArgumentException("No value of " + column);
          }
        });
  }

  public OptionalDouble number(ExploredColumn column) {
    Object value = values.get(column);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
  }

  public Optional<String> category(ExploredColumn column) {
    return Optional.ofNullable((String) values.get(column));
  }

  @Override
  public String toString() {
    return "a client with " + values.size() + " values";
  }
}
