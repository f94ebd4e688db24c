package io.clairscore.features.catalogue;

import static io.clairscore.features.catalogue.BusinessGroup.EMPLOYMENT;
import static io.clairscore.features.catalogue.BusinessGroup.INCOME_AND_CHARGES;
import static io.clairscore.features.catalogue.BusinessGroup.REQUESTED_CREDIT;

import io.clairscore.features.catalogue.Expression.AtMost;
import io.clairscore.features.catalogue.Expression.Cell;
import io.clairscore.features.catalogue.Expression.MissingIf;
import io.clairscore.features.catalogue.Expression.OneOrZero;
import io.clairscore.features.catalogue.Expression.Ratio;
import io.clairscore.features.catalogue.Family.Member;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Features of the application itself. */
final class ApplicationFamilies {
  /** A few incomes are typing errors up to 117 millions; honest ones end far below. */
  private static final double LARGEST_INCOME = 20_000_000;

  private static final RowQuantity INCOME =
      RowQuantity.cleaned(
          Application.AMT_INCOME_TOTAL,
          new AtMost(new Cell(Application.AMT_INCOME_TOTAL), LARGEST_INCOME));
  private static final RowQuantity DAYS_EMPLOYED =
      missingIf(Application.DAYS_EMPLOYED, NumberColumn.NO_DATE);

  /** The cleaned columns; every other column is taken as it stands. */
  private static final Map<Column, RowQuantity> CLEANED =
      Map.of(
          Application.AMT_INCOME_TOTAL,
          INCOME,
          Application.DAYS_EMPLOYED,
          DAYS_EMPLOYED,
          // Zero is written where no change of telephone is known.
          Application.DAYS_LAST_PHONE_CHANGE,
          missingIf(Application.DAYS_LAST_PHONE_CHANGE, 0),
          Application.REGION_RATING_CLIENT_W_CITY,
          missingIf(Application.REGION_RATING_CLIENT_W_CITY, -1));

  /** Categories of two values, each one feature; the others are one feature per value. */
  private static final List<RowQuantity> BINARY =
      List.of(
          binary(Application.CODE_GENDER, "F", "M"),
          binary(Application.FLAG_OWN_CAR, "Y", "N"),
          binary(Application.FLAG_OWN_REALTY, "Y", "N"));

  private ApplicationFamilies() {}

  static List<Family> all() {
    return List.of(
        family("APP-RAW", numbers()),
        family("APP-BIN", values(BINARY)),
        family("APP-OHE", indicators()),
        family("APP-RATIO5", ratios()));
  }

  private static List<Member> numbers() {
    return values(
        Application.SCHEMA.numbers().stream()
            .filter(column -> column.role() == Role.ATTRIBUTE)
            .map(column -> CLEANED.getOrDefault(column, RowQuantity.of(column)))
            .toList());
  }

  private static List<Member> indicators() {
    Set<String> binary = BINARY.stream().map(RowQuantity::name).collect(Collectors.toSet());
    return Application.SCHEMA.categories().stream()
        .filter(column -> !binary.contains(column.name()))
        .flatMap(
            column ->
                column.values().stream()
                    .map(value -> new Measure.Indicator(new Category(column, value)))
                    .map(indicator -> member(indicator, column)))
        .toList();
  }

  private static List<Member> ratios() {
    Cell credit = new Cell(Application.AMT_CREDIT);
    Cell annuity = new Cell(Application.AMT_ANNUITY);
    Cell birth = new Cell(Application.DAYS_BIRTH);
    Cell family = new Cell(Application.CNT_FAM_MEMBERS);
    Expression income = INCOME.expression();
    return List.of(
        ratio(
            EMPLOYMENT,
            "DAYS_EMPLOYED_PERC",
            Unit.RATIO,
            new Ratio(DAYS_EMPLOYED.expression(), birth)),
        ratio(INCOME_AND_CHARGES, "INCOME_CREDIT_PERC", Unit.RATIO, new Ratio(income, credit)),
        ratio(INCOME_AND_CHARGES, "INCOME_PER_PERSON", Unit.MONEY, new Ratio(income, family)),
        ratio(INCOME_AND_CHARGES, "ANNUITY_INCOME_PERC", Unit.RATIO, new Ratio(annuity, income)),
        ratio(REQUESTED_CREDIT, "PAYMENT_RATE", Unit.RATIO, new Ratio(annuity, credit)));
  }

  private static Family family(String id, List<Member> members) {
    return new Family(id, "", Table.APPLICATION, Optional.empty(), members);
  }

  private static List<Member> values(List<RowQuantity> quantities) {
    Map<String, Column> columns = Application.SCHEMA.byName();
    return quantities.stream()
        .map(quantity -> member(new Measure.Value(quantity), columns.get(quantity.name())))
        .toList();
  }

  private static Member member(Measure measure, Column column) {
    return new Member(measure, ApplicationGroups.of(column));
  }

  private static Member ratio(BusinessGroup group, String name, Unit unit, Ratio ratio) {
    return new Member(new Measure.Value(new RowQuantity(name, unit, ratio)), group);
  }

  private static RowQuantity missingIf(NumberColumn column, double sentinel) {
    return RowQuantity.cleaned(column, new MissingIf(new Cell(column), sentinel));
  }

  private static RowQuantity binary(CategoryColumn column, String one, String zero) {
    return new RowQuantity(
        column.name(),
        Unit.FLAG,
        new OneOrZero(new Category(column, one), new Category(column, zero)));
  }
}
