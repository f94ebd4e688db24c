package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One client's points, gathered by factor and by theme. They are rounded from the top down: themes
 * make the score, factors their theme, features their factor.
 */
final class Factors {
  private static final int THEMES = BusinessGroup.values().length;

  /** What may not be a reason stands beside the themes. */
  private static final int BARRED_THEME = THEMES;

  private final FactorTable table;
  private final double[] exact;
  private final int[] assigned;
  private final double[] exactByFactor;
  private final double[] exactByTheme = new double[THEMES + 1];
  private final int[] pointsByFactor;
  private final int[] pointsByTheme;
  private final double total;

  /**
   * Gathers them.
   *
   * @param exact points of each feature, not rounded
   * @param points what they make up, an integer
   */
  Factors(FactorTable table, float[] vector, double[] exact, int points) {
    this.table = table;
    this.exact = exact;
    assigned = table.assign(vector);
    int count = table.factors().size();
    exactByFactor = new double[count];
    for (int i = 0; i < exact.length; i++) {
      exactByFactor[assigned[i]] += exact[i];
    }
    int[] themeOfFactor = IntStream.range(0, count).map(this::theme).toArray();
    for (int factor = 0; factor < count; factor++) {
      exactByTheme[themeOfFactor[factor]] += exactByFactor[factor];
    }
    pointsByTheme = Apportionment.of(exactByTheme, points);
    boolean[] moves = new boolean[count];
    for (int factor = 0; factor < count; factor++) {
      moves[factor] = exactByFactor[factor] != 0;
    }
    pointsByFactor = shared(exactByFactor, themeOfFactor, moves, pointsByTheme);
    total = Arrays.stream(exactByFactor).map(Math::abs).sum();
  }

  private int theme(int factor) {
    return factor(factor).group().map(Enum::ordinal).orElse(BARRED_THEME);
  }

  /** Shares the points of each whole among its parts. */
  private static int[] shared(double[] exact, int[] wholeOfPart, boolean[] moves, int[] wholes) {
    int[] points = new int[exact.length];
    int[][] parts = new int[wholes.length][];
    int[] sizes = new int[wholes.length];
    for (int part = 0; part < exact.length; part++) {
      sizes[wholeOfPart[part]] += moves[part] ? 1 : 0;
    }
    Arrays.setAll(parts, whole -> new int[sizes[whole]]);
    for (int part = exact.length - 1; part >= 0; part--) {
      if (moves[part]) {
        parts[wholeOfPart[part]][--sizes[wholeOfPart[part]]] = part;
      }
    }
    for (int whole = 0; whole < wholes.length; whole++) {
      int[] members = parts[whole];
      if (members.length > 0) {
        double[] of = Arrays.stream(members).mapToDouble(part -> exact[part]).toArray();
        int[] rounded = Apportionment.of(of, wholes[whole]);
        for (int i = 0; i < members.length; i++) {
          points[members[i]] = rounded[i];
        }
      }
    }
    return points;
  }

  /** Points of each feature: those of the features of a factor make up the factor's. */
  int[] pointsByFeature() {
    boolean[] moves = new boolean[exact.length];
    for (int i = 0; i < exact.length; i++) {
      moves[i] = moves(i);
    }
    return shared(exact, assigned, moves, pointsByFactor);
  }

  /** The themes that move the score, the heaviest first. */
  List<BusinessGroup> themes() {
    return Arrays.stream(BusinessGroup.values())
        .filter(group -> exactByTheme[group.ordinal()] != 0)
        .sorted(Comparator.comparingDouble(group -> -Math.abs(exactByTheme[group.ordinal()])))
        .toList();
  }

  int points(BusinessGroup theme) {
    return pointsByTheme[theme.ordinal()];
  }

  Direction direction(BusinessGroup theme) {
    return Direction.of(exactByTheme[theme.ordinal()]);
  }

  /** Share of a theme in the absolute points of all themes, the barred one included. */
  double share(BusinessGroup theme) {
    double all = Arrays.stream(exactByTheme).map(Math::abs).sum();
    return all == 0 ? 0 : Math.min(1, Math.abs(exactByTheme[theme.ordinal()]) / all);
  }

  int barredPoints() {
    return pointsByTheme[BARRED_THEME];
  }

  /** The factors of a theme that make at least a point, the strongest first. */
  List<Integer> of(BusinessGroup theme) {
    return IntStream.range(0, pointsByFactor.length)
        .filter(factor -> pointsByFactor[factor] != 0 && theme(factor) == theme.ordinal())
        .boxed()
        .sorted(Comparator.comparingDouble(factor -> -Math.abs(exactByFactor[factor])))
        .toList();
  }

  /** Whether any factor moves the score, be it by less than a point. */
  boolean moveAnything() {
    return total > 0;
  }

  Factor factor(int number) {
    return table.factors().get(number);
  }

  int points(int factor) {
    return pointsByFactor[factor];
  }

  double exact(int factor) {
    return exactByFactor[factor];
  }

  /** Whether a feature moves the score at all. */
  boolean moves(int feature) {
    return exact[feature] != 0;
  }

  /** Share of a factor in the absolute points of all factors. */
  double share(int factor) {
    return total == 0 ? 0 : Math.min(1, Math.abs(exactByFactor[factor]) / total);
  }

  /** The features of a factor that move it in its direction, the strongest first. */
  List<Integer> movers(int factor) {
    double sign = Math.signum(exactByFactor[factor]);
    return IntStream.range(0, assigned.length)
        .filter(i -> assigned[i] == factor && sign * exact[i] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(exact[i])))
        .toList();
  }

  /** How many features of a factor move the score. */
  int moving(int factor) {
    return (int)
        IntStream.range(0, assigned.length).filter(i -> assigned[i] == factor && moves(i)).count();
  }

  double exactOf(int feature) {
    return exact[feature];
  }
}
