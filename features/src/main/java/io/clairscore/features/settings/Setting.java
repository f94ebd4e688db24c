package io.clairscore.features.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.clairscore.features.text.Keyed;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A setting, or a group of them: where it stands, and what may be written there, as the records say
 * that it is bound to. What Jackson would round, wrap or turn into another type is refused.
 *
 * @param name such as {@code training.folds}; empty for all settings
 * @param path names of the groups it stands in, then its own
 * @param type what it is bound to
 */
record Setting(String name, List<String> path, JavaType type) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SPARK = "spark";

  /** Numbers as everybody reads them: not 010, which is 8 in YAML, nor 1_000 or 0x10. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?((0|[1-9]\\d*)(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,4})?");

  /** Beyond these sizes sums and ratios of numbers overflow or vanish. */
  private static final double LARGEST = 1e100;

  private static final double SMALLEST = 1e-100;

  /** All settings that are bound to a record. */
  static Setting all(Class<?> record) {
    return new Setting("", List.of(), TypeFactory.defaultInstance().constructType(record));
  }

  private Setting below(String own, JavaType of) {
    List<String> where = new ArrayList<>(path);
    where.add(own);
    // Spark's settings have their whole names in their group.
    boolean whole = name.isEmpty() || own.startsWith(name + ".");
    return new Setting(whole ? own : name + "." + own, List.copyOf(where), of);
  }

  boolean isGroup() {
    return type.getRawClass().isRecord();
  }

  /** Whether names below it are free, as those of a map. */
  boolean isOpen() {
    return type.isMapLikeType();
  }

  /** Whether it is one of Spark's, whose values are texts that only Spark reads. */
  boolean isOfSpark() {
    return path.size() == 2 && path.get(0).equals(SPARK);
  }

  /** The entry of an open setting that has this full name. */
  Setting entry(String full) {
    return entryNamed(name.equals(SPARK) ? full : full.substring(name.length() + 1));
  }

  /** The entry of an open setting by its own name. */
  Setting entryNamed(String own) {
    return below(own, type.getContentType());
  }

  /** The settings of a group by their own names. */
  Map<String, Setting> members() {
    Map<String, Setting> members = new LinkedHashMap<>();
    for (RecordComponent component : type.getRawClass().getRecordComponents()) {
      JavaType of = TypeFactory.defaultInstance().constructType(component.getGenericType());
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        for (Object constant : of.getKeyType().getRawClass().getEnumConstants()) {
          String key = ((Keyed) constant).key();
          members.put(key, below(key, of.getContentType()));
        }
      } else {
        members.put(component.getName(), below(component.getName(), of));
      }
    }
    return members;
  }

  /**
   * What was written, with the types that are bound.
   *
   * @throws IllegalArgumentException that names the setting, if it cannot be taken as written
   */
  JsonNode taken(JsonNode written) {
    if (written.isNull()) {
      throw new IllegalArgumentException("Setting " + name + " has no value");
    }
    if (isGroup() || isOpen()) {
      require(written.isObject(), written, "a mapping of settings");
      return mapping((ObjectNode) written);
    }
    if (type.isCollectionLikeType()) {
      require(written.isArray(), written, "a list, such as [1, 2]");
      ArrayNode list = NODES.arrayNode();
      Setting each = new Setting(name, path, type.getContentType());
      written.forEach(element -> list.add(each.taken(element)));
      return list;
    }
    require(written.isTextual(), written, "one value");
    return value(written);
  }

  private ObjectNode mapping(ObjectNode written) {
    Map<String, Setting> members = isGroup() ? members() : Map.of();
    ObjectNode mapping = NODES.objectNode();
    written
        .fields()
        .forEachRemaining(
            field -> {
              String own = field.getKey();
              Setting member = isOpen() ? entryNamed(own) : members.get(own);
              if (member == null) {
                throw new IllegalArgumentException(
                    "there is no setting " + (name.isEmpty() ? own : name + "." + own));
              }
              mapping.set(own, member.taken(field.getValue()));
            });
    return mapping;
  }

  private JsonNode value(JsonNode written) {
    String text = written.textValue();
    Class<?> raw = type.getRawClass();
    if (raw == boolean.class || raw == Boolean.class) {
      boolean yes = text.equalsIgnoreCase("true");
      require(yes || text.equalsIgnoreCase("false"), written, "true or false");
      return NODES.booleanNode(yes);
    }
    if (raw == int.class || raw == Integer.class) {
      return NODES.numberNode((int) whole(written, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    if (raw == long.class || raw == Long.class) {
      return NODES.numberNode(whole(written, Long.MIN_VALUE, Long.MAX_VALUE));
    }
    if (raw == double.class || raw == Double.class) {
      return NODES.numberNode(real(written));
    }
    return written;
  }

  private long whole(JsonNode written, long least, long most) {
    String rule = "a whole number from " + least + " to " + most;
    require(NUMBER.matcher(written.textValue()).matches(), written, rule);
    BigDecimal value = new BigDecimal(written.textValue());
    boolean fits =
        value.compareTo(BigDecimal.valueOf(least)) >= 0
            && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    require(fits && value.stripTrailingZeros().scale() <= 0, written, rule);
    return value.longValueExact();
  }

  private double real(JsonNode written) {
    require(NUMBER.matcher(written.textValue()).matches(), written, "a number, such as 0.25");
    double value = Double.parseDouble(written.textValue());
    double size = Math.abs(value);
    boolean nothing = new BigDecimal(written.textValue()).signum() == 0;
    require(
        nothing || size >= SMALLEST && size <= LARGEST,
        written,
        "0 or of a size from " + SMALLEST + " to " + LARGEST);
    return value;
  }

  private void require(boolean holds, JsonNode written, String rule) {
    Require.that(holds, name, written.isTextual() ? written.textValue() : written, rule);
  }
}
