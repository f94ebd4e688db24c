package io.clairscore.service.decision;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Cells of one application that cannot stand beside each other.
 *
 * @param objection what is then said
 * @param columns the columns in question, that which is named first
 * @param impossible whether an application, a table of one row, has such cells; missing ones are
 *     never impossible
 */
record Combination(Objection.Kind objection, List<Column> columns, Predicate<Rows> impossible) {
  private static final List<Combination> ALL =
      List.of(
          new Combination(
              Objection.Kind.NO_CREDIT,
              List.of(Application.AMT_CREDIT),
              row -> row.number(Application.AMT_CREDIT, 0) <= 0),
          new Combination(
              Objection.Kind.NO_INSTALMENT,
              List.of(Application.AMT_ANNUITY),
              row -> row.number(Application.AMT_ANNUITY, 0) <= 0),
          new Combination(
              Objection.Kind.INSTALMENT_ABOVE_CREDIT,
              List.of(Application.AMT_ANNUITY, Application.AMT_CREDIT),
              row ->
                  row.number(Application.AMT_ANNUITY, 0) > row.number(Application.AMT_CREDIT, 0)),
          new Combination(
              Objection.Kind.EMPLOYED_BEFORE_BIRTH,
              List.of(Application.DAYS_EMPLOYED, Application.DAYS_BIRTH),
              row ->
                  row.number(Application.DAYS_EMPLOYED, 0)
                      <= row.number(Application.DAYS_BIRTH, 0)),
          new Combination(
              Objection.Kind.AGE_OF_NO_CAR,
              List.of(Application.OWN_CAR_AGE, Application.FLAG_OWN_CAR),
              row ->
                  !Double.isNaN(row.number(Application.OWN_CAR_AGE, 0))
                      && row.code(Application.FLAG_OWN_CAR, 0)
                          == Application.FLAG_OWN_CAR.code("N")));

  Combination {
    columns = List.copyOf(columns);
  }

  /**
   * What is impossible of an application, as far as the changed columns made it so.
   *
   * @param changeable columns that can be tried: nobody is asked to correct another
   */
  static List<Objection> objections(Rows application, Set<Column> changed, Set<Column> changeable) {
    return ALL.stream()
        .filter(combination -> changeable.contains(combination.columns().get(0)))
        .filter(combination -> combination.columns().stream().anyMatch(changed::contains))
        .filter(combination -> combination.impossible().test(application))
        .map(found -> Objection.of(found.columns().get(0).name(), found.objection()))
        .toList();
  }
}
