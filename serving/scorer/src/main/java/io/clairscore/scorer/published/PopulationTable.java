package io.clairscore.scorer.published;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.scorer.published.PopulationColumn.Cell;
import io.clairscore.scorer.published.PopulationColumn.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of {@code population/clients.parquet}, one row per client: {@code client}, {@code
 * outcome} (1 for a client who defaulted, 0 for one who repaid, null if not known), the score of
 * the version's model ({@code margin}, {@code probability}, {@code points}, {@code level}, {@code
 * decision}, {@code review}), then every attribute of the application as {@code application.<NAME>}
 * and every feature of the catalogue as {@code feature.<NAME>}. Missing values and unseen
 * categories are null. Attributes that may not decide are there as well: who reads them answers for
 * what is shown to whom.
 */
public final class PopulationTable {
  /** Rows of a group of the file, so that a reader skips groups and keeps two cores busy. */
  public static final int GROUP = 90_000;

  private static final String APPLICATION = "application.";
  private static final String FEATURE = "feature.";

  private PopulationTable() {}

  /** The columns, in their order. */
  public static List<PopulationColumn> columns(Catalogue catalogue) {
    List<PopulationColumn> columns = new ArrayList<>();
    columns.add(
        new PopulationColumn("client", Type.INTEGER, (row, to) -> to.integer(row.client())));
    columns.add(new PopulationColumn("outcome", Type.TINYINT, integer(Application.TARGET)));
    columns.addAll(ofScore());
    for (Column column : Application.SCHEMA.columns()) {
      if (column.role() == Role.ATTRIBUTE) {
        columns.add(attribute(column));
      }
    }
    List<String> features = catalogue.names();
    for (int i = 0; i < features.size(); i++) {
      columns.add(feature(features.get(i), i));
    }
    return List.copyOf(columns);
  }

  private static List<PopulationColumn> ofScore() {
    return List.of(
        new PopulationColumn("margin", Type.FLOAT, (row, to) -> to.real(row.score().margin())),
        new PopulationColumn(
            "probability", Type.DOUBLE, (row, to) -> to.real(row.score().probability())),
        new PopulationColumn("points", Type.INTEGER, (row, to) -> to.integer(row.score().points())),
        new PopulationColumn(
            "level", Type.VARCHAR, (row, to) -> to.text(row.score().level().name())),
        new PopulationColumn(
            "decision", Type.VARCHAR, (row, to) -> to.text(row.score().decision().name())),
        new PopulationColumn(
            "review", Type.BOOLEAN, (row, to) -> to.truth(row.score().toReview())));
  }

  private static PopulationColumn attribute(Column column) {
    String name = APPLICATION + column.name();
    if (column instanceof CategoryColumn category) {
      return new PopulationColumn(name, Type.VARCHAR, category(category));
    }
    NumberColumn number = (NumberColumn) column;
    return number.integer()
        ? new PopulationColumn(name, narrowest(number), integer(number))
        : new PopulationColumn(name, Type.DOUBLE, real(number));
  }

  private static Cell category(CategoryColumn column) {
    return (row, to) -> {
      int code = row.application().code(column, 0);
      if (code >= 0) {
        to.text(column.values().get(code));
      }
    };
  }

  private static Cell integer(NumberColumn column) {
    return (row, to) -> {
      double value = row.application().number(column, 0);
      if (column.accepts(value)) {
        to.integer((int) value);
      }
    };
  }

  private static Cell real(NumberColumn column) {
    return (row, to) -> {
      double value = row.application().number(column, 0);
      if (!Double.isNaN(value)) {
        to.real(value);
      }
    };
  }

  private static PopulationColumn feature(String name, int position) {
    Cell cell =
        (row, to) -> {
          float value = row.features()[position];
          if (!Float.isNaN(value)) {
            to.real(value);
          }
        };
    return new PopulationColumn(FEATURE + name, Type.FLOAT, cell);
  }

  /** The narrowest type that holds every legal value. */
  private static Type narrowest(NumberColumn column) {
    double most = column.hasSentinel() ? NumberColumn.NO_DATE : column.max();
    double magnitude = Math.max(-column.min(), most + 1);
    if (magnitude <= -Byte.MIN_VALUE) {
      return Type.TINYINT;
    }
    return magnitude <= -Short.MIN_VALUE ? Type.SMALLINT : Type.INTEGER;
  }
}
