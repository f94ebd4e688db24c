package io.clairscore.features.text;

/**
 * Amounts of money as people say them, in one currency: no amount is told without its unit.
 *
 * @param figures writes the numbers
 * @param currency the word that follows an amount, such as "euros"
 */
public record Amounts(Figures figures, String currency) {
  private static final char NO_BREAK_SPACE = '\u00a0';

  /** From here on people count in thousands, and from the other limits in hundreds and tens. */
  private static final double IN_THOUSANDS = 100_000;

  private static final double IN_HUNDREDS = 10_000;
  private static final double IN_TENS = 1_000;

  public Amounts {
    if (currency.isBlank()) {
      throw new IllegalArgumentException("An amount has a currency");
    }
  }

  /** An amount to the unit, or to the cent below a hundred. */
  public String exact(double value) {
    return figures.amount(value) + NO_BREAK_SPACE + currency;
  }

  /** An amount in round figures, less than one per cent off. */
  public String rounded(double value) {
    double size = Math.abs(value);
    double step =
        size >= IN_THOUSANDS ? 1000 : size >= IN_HUNDREDS ? 100 : size >= IN_TENS ? 10 : 1;
    return figures.number(Math.rint(value / step) * step, 0) + NO_BREAK_SPACE + currency;
  }
}
