package io.clairscore.features.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of categories whose values are frozen. In memory a value is its position in {@link
 * #values()}; an absent value is {@link #MISSING} and a value outside the list is {@link #UNSEEN},
 * which every computation treats as missing and every run counts.
 */
public final class CategoryColumn extends Column {
  public static final int MISSING = -1;
  public static final int UNSEEN = -2;

  private final List<String> values;
  private final Map<String, Integer> codes = new LinkedHashMap<>();

  CategoryColumn(String table, String name, int position, List<String> values) {
    super(table, name, position, Role.ATTRIBUTE);
    this.values = List.copyOf(values);
    this.values.forEach(value -> codes.put(value, codes.size()));
  }

  /** The frozen values, in the order of their codes. */
  public List<String> values() {
    return values;
  }

  /** Code of a value as written in the files: {@link #MISSING} if null or empty. */
  public int code(String value) {
    if (value == null || value.isEmpty()) {
      return MISSING;
    }
    return codes.getOrDefault(value, UNSEEN);
  }
}
