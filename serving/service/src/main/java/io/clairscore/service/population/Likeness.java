package io.clairscore.service.population;

import io.clairscore.features.schema.Application;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.ScoreColumn;
import java.util.List;

/**
 * In what two clients can be alike. This only finds people to compare a client with: no decision
 * depends on it, so that age, which may not decide, may describe.
 */
public enum Likeness {
  CONTRACT_TYPE(Kind.SAME, PopulationColumns.of(Application.NAME_CONTRACT_TYPE)),
  AGE(Kind.YEARS, ScoreColumn.AGE.column(), 5, 10, 15),
  INCOME(Kind.TENTHS, PopulationColumns.of(Application.AMT_INCOME_TOTAL), 1, 2, 3),
  CREDIT(Kind.TENTHS, PopulationColumns.of(Application.AMT_CREDIT), 1, 2, 3),
  INCOME_TYPE(Kind.SAME, PopulationColumns.of(Application.NAME_INCOME_TYPE)),
  EDUCATION(Kind.SAME, PopulationColumns.of(Application.NAME_EDUCATION_TYPE)),
  HOUSING(Kind.SAME, PopulationColumns.of(Application.NAME_HOUSING_TYPE));

  /** What alike means. */
  public enum Kind {
    /** The same value. */
    SAME,
    /** So many years more or less. */
    YEARS,
    /** So many tenths of the population, ordered by the column, more or less. */
    TENTHS
  }

  /** In this order likenesses are given up if a group is too small; the last is the dearest. */
  static final List<Likeness> GIVEN_UP =
      List.of(HOUSING, EDUCATION, INCOME_TYPE, CREDIT, INCOME, AGE, CONTRACT_TYPE);

  private final Kind kind;
  private final ExploredColumn column;
  private final List<Integer> widths;

  Likeness(Kind kind, ExploredColumn column, Integer... widths) {
    this.kind = kind;
    this.column = column;
    this.widths = List.of(widths);
  }

  public Kind kind() {
    return kind;
  }

  public ExploredColumn column() {
    return column;
  }

  /** How wide it can be, narrowest first; empty where values are the same. */
  public List<Integer> widths() {
    return widths;
  }
}
