package io.clairscore.service.http;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A parameter of a route. What is not declared is refused.
 *
 * @param name as in the path or the query
 * @param place where it stands
 * @param kind what it holds
 * @param required whether it must be there
 * @param least least whole number, if it holds one
 * @param most greatest whole number, or longest text
 * @param values all that it may hold; empty if free
 * @param about what it is, for the API's document
 */
public record Parameter(
    String name,
    Place place,
    Kind kind,
    boolean required,
    OptionalLong least,
    OptionalLong most,
    List<String> values,
    String about) {

  /** Where a parameter stands. */
  public enum Place {
    PATH,
    QUERY
  }

  /** What a parameter holds. */
  public enum Kind {
    WHOLE,
    NUMBER,
    TEXT,
    FLAG
  }

  private static final int LONGEST = 200;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern REAL_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(about, "about");
    values = List.copyOf(values);
  }

  /** A whole number within bounds, part of the path. */
  public static Parameter path(String name, long least, long most, String about) {
    return whole(name, Place.PATH, true, least, most, about);
  }

  /** A text in the path. */
  public static Parameter path(String name, String about) {
    return text(name, Place.PATH, true, List.of(), about);
  }

  /** A text in the query that may be left out. */
  public static Parameter query(String name, String about) {
    return text(name, Place.QUERY, false, List.of(), about);
  }

  /** One of these values in the query; it may be left out. */
  public static Parameter choice(String name, List<String> values, String about) {
    return text(name, Place.QUERY, false, values, about);
  }

  /** A whole number within bounds in the query; it may be left out. */
  public static Parameter query(String name, long least, long most, String about) {
    return whole(name, Place.QUERY, false, least, most, about);
  }

  /** A number in the query that may be left out. */
  public static Parameter number(String name, String about) {
    return new Parameter(
        name,
        Place.QUERY,
        Kind.NUMBER,
        false,
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        about);
  }

  /** True or false in the query; left out, it is false. */
  public static Parameter flag(String name, String about) {
    return new Parameter(
        name,
        Place.QUERY,
        Kind.FLAG,
        false,
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of("true", "false"),
        about);
  }

  /** The same parameter, which must be there. */
  public Parameter demanded() {
    return new Parameter(name, place, kind, true, least, most, values, about);
  }

  private static Parameter whole(
      String name, Place place, boolean required, long least, long most, String about) {
    return new Parameter(
        name,
        place,
        Kind.WHOLE,
        required,
        OptionalLong.of(least),
        OptionalLong.of(most),
        List.of(),
        about);
  }

  private static Parameter text(
      String name, Place place, boolean required, List<String> values, String about) {
    return new Parameter(
        name,
        place,
        Kind.TEXT,
        required,
        OptionalLong.empty(),
        OptionalLong.of(LONGEST),
        values,
        about);
  }

  boolean isOfQuery(String other) {
    return place == Place.QUERY && name.equals(other);
  }

  /**
   * Looks at a value, or at its absence.
   *
   * @throws Problem if the parameter may not hold it
   */
  void demand(String value) {
    if (value == null && required) {
      throw Problem.of(ProblemKind.MISSING_PARAMETER, "name", name);
    }
    if (value != null && !allows(value)) {
      throw Problem.of(ProblemKind.INVALID_PARAMETER, "name", name);
    }
  }

  private boolean allows(String value) {
    if (!values.isEmpty()) {
      return values.contains(value);
    }
    return switch (kind) {
      case WHOLE -> isWhole(value);
      case NUMBER -> isNumber(value);
      case FLAG -> false;
      case TEXT ->
          value.length() <= most.orElse(LONGEST)
              && value.codePoints().noneMatch(Character::isISOControl);
    };
  }

  private boolean isWhole(String value) {
    if (!WHOLE.matcher(value).matches()) {
      return false;
    }
    long number = Long.parseLong(value);
    return number >= least.orElse(Long.MIN_VALUE) && number <= most.orElse(Long.MAX_VALUE);
  }

  private static boolean isNumber(String value) {
    return value.length() <= 40 && REAL_NUMBER.matcher(value).matches();
  }
}
