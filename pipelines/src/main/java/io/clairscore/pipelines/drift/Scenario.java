package io.clairscore.pipelines.drift;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How clients drift from month to month. Months count from 1; shifts are standard deviations of the
 * generator's latent variables, such as EXT_SOURCE_2, or NULL_EXT_SOURCE_3 for its missing values.
 *
 * @param months how many
 * @param gradual shift that each month adds, from the second on
 * @param sudden shift from one month on
 * @param suddenMonth that month
 * @param calm months in which nobody differs from the reference but by chance
 */
public record Scenario(
    int months,
    Map<String, Double> gradual,
    Map<String, Double> sudden,
    int suddenMonth,
    Set<Integer> calm) {
  /** More months would only be more of the same. */
  private static final int MOST = 36;

  public Scenario {
    gradual = Map.copyOf(gradual);
    sudden = Map.copyOf(sudden);
    calm = Set.copyOf(calm);
    if (months < 1 || months > MOST) {
      throw DriftErrors.badScenario(months + " months were asked for, not 1 to " + MOST + ".");
    }
    requireMonth(suddenMonth, months);
    for (int month : calm) {
      requireMonth(month, months);
    }
  }

  /**
   * A gradual and a sudden drift between two calm months. External scores fall and incomes rise a
   * little each month; in the middle a source of external scores fails for many clients.
   */
  public static Scenario standard(int months) {
    return new Scenario(
        months,
        Map.of("EXT_SOURCE_2", -0.12, "AMT_INCOME_TOTAL", 0.08),
        Map.of("NULL_EXT_SOURCE_3", 0.8),
        1 + months / 2,
        months < 3 ? Set.of(1) : Set.of(1, months));
  }

  /** By how much clients of a month are shifted. */
  Map<String, Double> shifts(int month) {
    Map<String, Double> shifts = new TreeMap<>();
    if (!calm.contains(month)) {
      gradual.forEach((name, by) -> shifts.merge(name, by * (month - 1), Double::sum));
      if (month >= suddenMonth) {
        sudden.forEach((name, by) -> shifts.merge(name, by, Double::sum));
      }
    }
    return shifts;
  }

  private static void requireMonth(int month, int months) {
    if (month < 1 || month > months) {
      throw DriftErrors.badScenario("Month " + month + " is none of the " + months + ".");
    }
  }
}
