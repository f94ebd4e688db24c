package io.clairscore.service.population.selection;

import io.clairscore.features.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Selections as requests write them: {@code column:condition;column:condition}. A condition is a
 * value of a category, a range {@code min..max} of a number of which either end may be left out, or
 * {@code missing}. Several on one category mean any of their values.
 */
public final class SelectionText {
  private static final String MISSING = "missing";
  private static final String TO = "..";

  /** More would be no question of a person. */
  private static final int MOST_CONDITIONS = 64;

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?");

  private SelectionText() {}

  /**
   * The selection of a text; everybody, if it is empty.
   *
   * @throws Refusal with USAGE if a column is unknown or not theirs to explore, or a condition is
   *     none of its column
   */
  public static ClientSelection read(String whole, Sight sight) {
    if (whole.isBlank()) {
      return ClientSelection.ALL;
    }
    List<String> texts = List.of(whole.split(";", -1));
    if (texts.size() > MOST_CONDITIONS) {
      throw SelectionErrors.tooMany(MOST_CONDITIONS);
    }
    Map<ExploredColumn, List<String>> conditions = new LinkedHashMap<>();
    for (String text : texts) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        throw SelectionErrors.noFilter();
      }
      ExploredColumn column = PopulationColumns.all().seen(text.substring(0, colon).strip(), sight);
      conditions
          .computeIfAbsent(column, any -> new ArrayList<>())
          .add(text.substring(colon + 1).strip());
    }
    return new ClientSelection(
        conditions.entrySet().stream()
            .map(entry -> filter(entry.getKey(), entry.getValue(), sight))
            .toList());
  }

  private static Filter filter(ExploredColumn column, List<String> conditions, Sight sight) {
    return column.isNumber() ? numbers(column, conditions) : oneOf(column, conditions, sight);
  }

  private static Filter oneOf(ExploredColumn column, List<String> conditions, Sight sight) {
    List<String> values =
        conditions.stream().filter(value -> !value.equals(MISSING)).distinct().toList();
    if (!values.stream().allMatch(value -> column.tells(value, sight))) {
      throw SelectionErrors.unknownValue(column);
    }
    return new Filter.OneOf(column, values, values.size() < conditions.size());
  }

  private static Filter numbers(ExploredColumn column, List<String> conditions) {
    String condition = conditions.get(0);
    if (conditions.size() > 1) {
      throw SelectionErrors.twoRanges(column);
    }
    if (condition.equals(MISSING)) {
      return new Filter.Missing(column);
    }
    int middle = condition.indexOf(TO);
    if (middle < 0) {
      throw SelectionErrors.noRange(column);
    }
    double min = end(column, condition.substring(0, middle), Double.NEGATIVE_INFINITY);
    double max = end(column, condition.substring(middle + TO.length()), Double.POSITIVE_INFINITY);
    if (min > max) {
      throw SelectionErrors.emptyRange(column);
    }
    return new Filter.Between(column, min, max);
  }

  private static double end(ExploredColumn column, String text, double open) {
    if (text.isBlank()) {
      return open;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw SelectionErrors.noRange(column);
    }
    double value = Double.parseDouble(text);
    Scale scale = column.scale().orElseThrow();
    if (!scale.admits(value)) {
      throw SelectionErrors.impossible(column, scale);
    }
    return value;
  }
}
