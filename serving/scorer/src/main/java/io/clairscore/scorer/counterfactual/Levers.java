package io.clairscore.scorer.counterfactual;

import static io.clairscore.features.schema.Application.AMT_ANNUITY;
import static io.clairscore.features.schema.Application.AMT_CREDIT;
import static io.clairscore.features.schema.Application.AMT_GOODS_PRICE;
import static io.clairscore.features.schema.Application.AMT_INCOME_TOTAL;
import static io.clairscore.features.schema.Application.FLAG_EMP_PHONE;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.use.Use;
import io.clairscore.features.use.Uses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything an applicant can change, and the links that every change respects: the specification
 * of counterfactuals. What is not listed here never changes; above all nobody is told to be older,
 * of another gender or family, to live or work elsewhere, or to have another past.
 *
 * @param levers in the order in which their changes apply
 */
public record Levers(List<Lever> levers, List<Link> links) {

  /**
   * What handing in a paper counts as: as much as changing an amount by a twentieth. A judgement,
   * not a measurement.
   */
  private static final double PAPER = 0.05;

  /**
   * Less than half of what was asked for is another project. A judgement: the application files
   * tell nothing of what clients would have settled for.
   */
  private static final double HALF = 0.5;

  private static final double HALF_MORE = 1.5;

  private static final Prerequisite CASH =
      Prerequisite.is(Application.NAME_CONTRACT_TYPE, "Cash loans");

  /**
   * The main papers. 99 % of the cash loans in the labelled applications have exactly one of them,
   * none has two, so they replace each other.
   */
  private static final List<NumberColumn> MAIN_PAPERS =
      List.of(
          Application.FLAG_DOCUMENT_3,
          Application.FLAG_DOCUMENT_5,
          Application.FLAG_DOCUMENT_6,
          Application.FLAG_DOCUMENT_8,
          Application.FLAG_DOCUMENT_9,
          Application.FLAG_DOCUMENT_11);

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
        new AmountLever(
            "PROJECT",
            "amount",
            AMT_CREDIT,
            List.of(AMT_GOODS_PRICE, AMT_ANNUITY),
            HALF,
            1,
            List.of()));
    // The same project with less credit on top of its price (insurance, fees).
    levers.add(
        new AmountLever(
            "CREDIT", "amount", AMT_CREDIT, List.of(AMT_ANNUITY), HALF, 1, List.of(CASH)));
    // The same credit over a longer or shorter time. The instalment of a revolving credit cannot
    // be chosen: it is a twentieth of the limit in 99.9 % of them.
    levers.add(
        new AmountLever(
            "INSTALMENT", "duration", AMT_ANNUITY, List.of(), HALF, HALF_MORE, List.of(CASH)));
    papers().forEach(levers::add);
    // Only clients with an employer's telephone ever give a second one at work.
    levers.add(
        new SupplyLever(
            "WORK_PHONE",
            "work phone",
            Application.FLAG_WORK_PHONE,
            PAPER,
            List.of(absent(Application.FLAG_WORK_PHONE), Prerequisite.is(FLAG_EMP_PHONE, 1))));
    return levers;
  }

  /**
   * The papers that at least 1 in 150 of the labelled cash loans has: what a model has learned of
   * the rarer ones rests on too few clients. Revolving loans are granted without papers.
   */
  private static Stream<Lever> papers() {
    List<Prerequisite> noneYet = MAIN_PAPERS.stream().map(Levers::absent).toList();
    return Stream.of(
        paper("DOCUMENT_3", "main paper", Application.FLAG_DOCUMENT_3, noneYet),
        paper("DOCUMENT_5", "main paper", Application.FLAG_DOCUMENT_5, noneYet),
        paper("DOCUMENT_8", "main paper", Application.FLAG_DOCUMENT_8, noneYet),
        // Document 6 is that of clients without an employer: 92 % of those who gave it.
        paper(
            "DOCUMENT_6",
            "main paper",
            Application.FLAG_DOCUMENT_6,
            Stream.concat(noneYet.stream(), Stream.of(Prerequisite.is(FLAG_EMP_PHONE, 0)))
                .toList()),
        paper("DOCUMENT_16", "paper 16", Application.FLAG_DOCUMENT_16, List.of()),
        paper("DOCUMENT_18", "paper 18", Application.FLAG_DOCUMENT_18, List.of()));
  }

  private static Lever paper(
      String name, String topic, NumberColumn flag, List<Prerequisite> conditions) {
    List<Prerequisite> all = new ArrayList<>(List.of(CASH, absent(flag)));
    all.addAll(conditions);
    return new SupplyLever(name, topic, flag, PAPER, all);
  }

  private static Prerequisite absent(NumberColumn flag) {
    return Prerequisite.is(flag, 0);
  }

  /** Bands from the labelled applications (docs/decisions/0009 has the figures). */
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
