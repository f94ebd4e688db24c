package io.clairscore.features.catalogue;

import io.clairscore.features.catalogue.Expression.AtLeast;
import io.clairscore.features.catalogue.Expression.AtMost;
import io.clairscore.features.catalogue.Expression.Cell;
import io.clairscore.features.catalogue.Expression.Difference;
import io.clairscore.features.catalogue.Expression.MissingBelow;
import io.clairscore.features.catalogue.Expression.MissingIf;
import io.clairscore.features.catalogue.Expression.Ratio;
import io.clairscore.features.catalogue.Expression.ZeroIfMissing;
import io.clairscore.features.catalogue.Measure.Aggregated;
import io.clairscore.features.use.Nature;
import io.clairscore.features.use.Uses;

/**
 * Which formulas can be said aloud. A variance cannot, nor can a statistic of statistics unless it
 * is one of all rows together (the smallest of the smallest, the sum of sums); moments, days and
 * shares are not added up.
 */
final class Speech {
  private Speech() {}

  static boolean canSay(Measure measure) {
    if (!(measure instanceof Aggregated aggregated)) {
      return true;
    }
    return aggregated.quantity() instanceof AttachedQuantity attached
        ? collapses(aggregated.aggregate(), attached.measure())
        : canSay(
            aggregated.aggregate(), nature(((RowQuantity) aggregated.quantity()).expression()));
  }

  /** Whether an aggregate over aggregates is the aggregate over all child rows together. */
  private static boolean collapses(Aggregate outer, Measure inner) {
    if (!(inner instanceof Aggregated aggregated) || !canSay(inner)) {
      return false;
    }
    return switch (outer) {
      case MIN, MAX -> aggregated.aggregate() == outer;
      case SUM ->
          aggregated.aggregate() == Aggregate.SUM || aggregated.aggregate() == Aggregate.SIZE;
      case MEAN, VAR, NUNIQUE, SIZE -> false;
    };
  }

  private static boolean canSay(Aggregate aggregate, Nature nature) {
    return switch (aggregate) {
      case SIZE -> true;
      case MAX -> nature != Nature.NONE;
      case MIN -> nature != Nature.NONE && nature != Nature.RUNNING;
      case MEAN ->
          nature == Nature.AMOUNT
              || nature == Nature.LEVEL
              || nature == Nature.DATE
              || nature == Nature.RATE;
      case SUM -> nature == Nature.AMOUNT;
      case VAR, NUNIQUE -> false;
    };
  }

  private static Nature nature(Expression expression) {
    if (expression instanceof Cell cell) {
      return Uses.all().nature(cell.column());
    }
    if (expression instanceof Difference difference) {
      Nature nature = nature(difference.minuend());
      // The time between two days is a length, and lengths add up.
      return nature == Nature.DATE ? Nature.AMOUNT : nature;
    }
    if (expression instanceof Ratio) {
      return Nature.RATE;
    }
    return cleaned(expression);
  }

  /** A cleaning rule does not change what a number is. */
  private static Nature cleaned(Expression expression) {
    if (expression instanceof MissingIf rule) {
      return nature(rule.value());
    }
    if (expression instanceof MissingBelow rule) {
      return nature(rule.value());
    }
    if (expression instanceof AtMost rule) {
      return nature(rule.value());
    }
    if (expression instanceof AtLeast rule) {
      return nature(rule.value());
    }
    return expression instanceof ZeroIfMissing rule ? nature(rule.value()) : Nature.NONE;
  }
}
