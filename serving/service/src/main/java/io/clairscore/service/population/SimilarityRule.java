package io.clairscore.service.population;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is similar to a client: those alike in all of these.
 *
 * @param widths how wide each likeness is, one of its widths; 0 where values are the same
 */
public record SimilarityRule(Map<Likeness, Integer> widths) {
  /** A group of fewer is not compared with: it would say who they are, and little besides. */
  public static final int LEAST_CLIENTS = 30;

  private static final String NONE = "NONE";

  public SimilarityRule {
    EnumMap<Likeness, Integer> copy = new EnumMap<>(Likeness.class);
    copy.putAll(widths);
    copy.forEach(
        (likeness, width) -> {
          boolean known =
              likeness.widths().isEmpty() ? width == 0 : likeness.widths().contains(width);
          if (!known) {
            throw PopulationErrors.noWidth(likeness);
          }
        });
    widths = Collections.unmodifiableMap(copy);
  }

  /** The same kind of contract, about the same age, income and credit. */
  public static SimilarityRule usual() {
    return new SimilarityRule(
        Map.of(Likeness.CONTRACT_TYPE, 0, Likeness.AGE, 5, Likeness.INCOME, 1, Likeness.CREDIT, 1));
  }

  /**
   * The rule as requests write it: likenesses with their widths, such as {@code
   * CONTRACT_TYPE;AGE:5}, or {@value #NONE}.
   *
   * @throws io.clairscore.features.refusal.Refusal with USAGE if it is none
   */
  public static SimilarityRule read(String text) {
    EnumMap<Likeness, Integer> widths = new EnumMap<>(Likeness.class);
    if (text.equals(NONE)) {
      return new SimilarityRule(widths);
    }
    for (String part : text.split(";", -1)) {
      String[] nameAndWidth = part.strip().split(":", 2);
      Likeness likeness =
          Arrays.stream(Likeness.values())
              .filter(known -> known.name().equals(nameAndWidth[0]))
              .findFirst()
              .orElseThrow(PopulationErrors::noRule);
      Integer before = widths.put(likeness, width(likeness, nameAndWidth));
      if (before != null) {
        throw PopulationErrors.noRule();
      }
    }
    return new SimilarityRule(widths);
  }

  private static int width(Likeness likeness, String[] nameAndWidth) {
    if (nameAndWidth.length == 1) {
      return likeness.widths().isEmpty() ? 0 : likeness.widths().get(0);
    }
    if (!nameAndWidth[1].matches("[1-9][0-9]?")) {
      throw PopulationErrors.noWidth(likeness);
    }
    return Integer.parseInt(nameAndWidth[1]);
  }

  boolean holds(Likeness likeness) {
    return widths.containsKey(likeness);
  }

  /** The same without a likeness. */
  SimilarityRule without(Likeness likeness) {
    EnumMap<Likeness, Integer> fewer = new EnumMap<>(Likeness.class);
    fewer.putAll(widths);
    fewer.remove(likeness);
    return new SimilarityRule(fewer);
  }

  /**
   * The next wider rule: first each width grows, the cheapest likeness first and each in turn, then
   * likenesses are given up in the order of {@link Likeness#GIVEN_UP}. Empty if everybody is
   * similar already.
   */
  Optional<SimilarityRule> wider() {
    Optional<Likeness> narrowest =
        Likeness.GIVEN_UP.stream()
            .filter(likeness -> holds(likeness) && room(likeness) > 0)
            .reduce((first, next) -> room(next) > room(first) ? next : first);
    if (narrowest.isPresent()) {
      Likeness likeness = narrowest.get();
      EnumMap<Likeness, Integer> wider = new EnumMap<>(widths);
      wider.put(likeness, likeness.widths().get(step(likeness) + 1));
      return Optional.of(new SimilarityRule(wider));
    }
    return Likeness.GIVEN_UP.stream().filter(this::holds).findFirst().map(this::without);
  }

  /** How many times a likeness can still grow. */
  private int room(Likeness likeness) {
    return likeness.widths().isEmpty() ? 0 : likeness.widths().size() - 1 - step(likeness);
  }

  private int step(Likeness likeness) {
    return likeness.widths().indexOf(widths.get(likeness));
  }
}
