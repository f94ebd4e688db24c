package io.clairscore.scorer.counterfactual;

import static io.clairscore.features.schema.Application.AMT_ANNUITY;
import static io.clairscore.features.schema.Application.AMT_CREDIT;
import static io.clairscore.features.schema.Application.AMT_GOODS_PRICE;
import static io.clairscore.features.schema.Application.AMT_INCOME_TOTAL;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.use.Use;
import io.clairscore.features.use.Uses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Everything an applicant can change, and the links that every change respects: the specification
 * of counterfactuals. What is not listed here never changes; above all nobody is told to be older,
 * of another gender or family, to live or work elsewhere, or to have another past. Papers and
 * telephones are not listed: handing them in changes nothing of a credit.
 *
 * @param levers in the order in which their changes apply
 */
public record Levers(List<Lever> levers, List<Link> links) {

  /**
   * Less than half of what was asked for is another project. A judgement: the application files
   * tell nothing of what clients would have settled for.
   */
  private static final double HALF = 0.5;

  private static final double HALF_MORE = 1.5;

  private static final List<String> CASH = List.of("Cash loans");

  private static final Levers STANDARD = new Levers(standardLevers(), standardLinks());

  /**
   * @throws IllegalArgumentException if two levers have one name, or one changes a protected
   *     attribute
   */
  public Levers {
    levers = List.copyOf(levers);
    links = List.copyOf(links);
    if (new HashSet<>(levers.stream().map(Lever::name).toList()).size() != levers.size()) {
      throw new IllegalArgumentException("Two levers have one name");
    }
    for (NumberColumn column : columns(levers)) {
      if (Uses.all().of(column).use() == Use.MEASURED) {
        throw new IllegalArgumentException("Nobody can be asked to change " + column);
      }
    }
  }

  /** What Clairscore suggests to applicants. */
  public static Levers standard() {
    return STANDARD;
  }

  /** Every column that may change. */
  public List<NumberColumn> columns() {
    return columns(levers);
  }

  private static List<NumberColumn> columns(List<Lever> levers) {
    return levers.stream().flatMap(lever -> lever.columns().stream()).distinct().toList();
  }

  /** Whether the change of an application is legal in every column, and respects every link. */
  boolean allow(Rows own, Rows changed) {
    for (NumberColumn column : columns()) {
      double cell = changed.number(column, 0);
      if (!Double.isNaN(cell) && cell != own.number(column, 0) && !column.accepts(cell)) {
        return false;
      }
    }
    return links.stream().allMatch(link -> link.holds(own, changed));
  }

  private static List<Lever> standardLevers() {
    List<Lever> levers = new ArrayList<>();
    // The same kind of credit for a smaller project: duration and rate stay.
    levers.add(
        new Lever(
            "PROJECT",
            "amount",
            AMT_CREDIT,
            List.of(AMT_GOODS_PRICE, AMT_ANNUITY),
            HALF,
            1,
            List.of()));
    // The same project with less credit on top of its price (insurance, fees).
    levers.add(new Lever("CREDIT", "amount", AMT_CREDIT, List.of(AMT_ANNUITY), HALF, 1, CASH));
    // The same credit over a longer or shorter time. The instalment of a revolving credit cannot
    // be chosen: it is a twentieth of the limit in 99.9 % of them.
    levers.add(new Lever("INSTALMENT", "duration", AMT_ANNUITY, List.of(), HALF, HALF_MORE, CASH));
    return levers;
  }

  /** Bands from the labelled applications (docs/decisions/0034 has the figures). */
  private static List<Link> standardLinks() {
    return List.of(
        // The smallest credit of all files.
        Link.ofAmount(AMT_CREDIT, 45_000),
        // A cash loan covers the price at least, and at most the half as much again.
        Link.ofRatio(AMT_CREDIT, AMT_GOODS_PRICE, 1, 1.53),
        // Instalments that would repay the sum borrowed, interest apart: 8.3 to 37.9 for 99.8 % of
        // the cash loans.
        Link.ofRatio(AMT_CREDIT, AMT_ANNUITY, 8, 38),
        // The share of income that French lenders let go to credits (HCSF, decision D-HCSF-2021-7);
        // 95 % of the cash loans stay below 36 %.
        Link.ofRatio(AMT_ANNUITY, AMT_INCOME_TOTAL, 0, 0.35));
  }
}
