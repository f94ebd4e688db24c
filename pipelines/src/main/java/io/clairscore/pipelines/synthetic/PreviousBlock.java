package io.clairscore.pipelines.synthetic;

import static io.clairscore.features.schema.PreviousApplication.*;

import io.clairscore.features.schema.Table;
import java.util.SplittableRandom;

/** Draws earlier applications of one status and type. */
final class PreviousBlock {
  /** The published rate of down payment is the share of the credit plus its fees. */
  private static final double DOWN_PAYMENT_BASE = 1.0891;

  /** Upper edges of the bands of amounts asked, as fit.py sets them. */
  private static final double[] APPLIED = {0, 40_000, 80_000, 150_000, 300_000};

  /** Of 392,402 applications for no amount, 6,887 have a price of the goods, 0. */
  private static final double PRICED_AT_NOTHING = 0.0176;

  private final Block block;
  private final Traits traits;
  private final Distribution[] life;
  private final Distribution endLag;

  PreviousBlock(String name) {
    this.block = new Block(name, Table.PREVIOUS_APPLICATION.schema());
    this.traits =
        new Traits(block.latents()).with("DAYS_DECISION", Trait.P_AGE).with("APP", Trait.P_AMT);
    String credit = "credit." + name.split("\\.")[2];
    boolean lives = Statistics.published().has(credit);
    this.life = lives && block.has("DUE_LAG") && hasLife(credit) ? lives(credit) : null;
    this.endLag = lives ? numbers(credit, "END_LAG") : null;
  }

  /** Fills the row added last, whose status and type are set. */
  void fill(TableRows rows, Client client, SplittableRandom random) {
    double[] z = traits.draw(client, random);
    block.fill(rows, z);
    amounts(rows, z, random);
    rows.set(NAME_PRODUCT_TYPE, productType(rows));
    dates(rows, z, random);
  }

  private void amounts(TableRows rows, double[] z, SplittableRandom random) {
    double asked = Money.units(block.value("APP", z));
    double credit =
        asked > 0
            ? Money.units(asked * block.value("RATIO", z))
            : Money.units(block.value("CREDIT", z));
    rows.set(AMT_APPLICATION, Double.isNaN(asked) ? 0 : asked);
    rows.set(AMT_CREDIT, Double.isNaN(credit) ? 0 : credit);
    double priceless = random.nextDouble() < PRICED_AT_NOTHING ? 0 : Double.NaN;
    rows.set(AMT_GOODS_PRICE, asked > 0 ? asked : priceless);
    double rate = block.value("RATE", APPLIED, asked, z);
    rows.set(AMT_ANNUITY, credit > 0 ? Money.cents(credit * rate) : Double.NaN);
    double down = block.value("DOWN_RATE", APPLIED, asked, z);
    if (!Double.isNaN(down)) {
      rows.set(RATE_DOWN_PAYMENT, Money.decimals(down, 1e6));
      double share = Math.min(down / DOWN_PAYMENT_BASE, 0.95);
      rows.set(AMT_DOWN_PAYMENT, Money.units(rows.get(AMT_CREDIT) * share / (1 - share)));
    }
    double primary = block.value("RATE_PRIMARY", z);
    rows.set(RATE_INTEREST_PRIMARY, Money.decimals(primary, 1e6));
    rows.set(
        RATE_INTEREST_PRIVILEGED,
        Double.isNaN(primary)
            ? Double.NaN
            : Money.decimals(block.value("RATE_PRIVILEGED", z), 1e6));
  }

  private static String productType(TableRows rows) {
    String product = TableRows.value(PRODUCT_COMBINATION, rows.get(PRODUCT_COMBINATION));
    if (product == null || rows.get(NAME_PORTFOLIO) == NAME_PORTFOLIO.code("XNA")) {
      return "XNA";
    }
    return product.contains("X-Sell") ? "x-sell" : product.contains("Street") ? "walk-in" : "XNA";
  }

  /** Dates of the credit, if its first due date is known. */
  private void dates(TableRows rows, double[] z, SplittableRandom random) {
    double lag = block.value("DUE_LAG", z);
    CreditDates dates =
        CreditDates.of(rows.get(DAYS_DECISION), lag, rows.get(CNT_PAYMENT), life, endLag, random);
    if (Double.isNaN(lag)) {
      return;
    }
    double drawing = block.value("DRAW_LAG", z);
    rows.set(DAYS_FIRST_DRAWING, CreditDates.after(rows.get(DAYS_DECISION), drawing));
    rows.set(DAYS_FIRST_DUE, dates.firstDue());
    rows.set(DAYS_LAST_DUE_1ST_VERSION, dates.plannedLastDue());
    rows.set(DAYS_LAST_DUE, dates.lastDue());
    rows.set(DAYS_TERMINATION, dates.termination());
  }

  private static Distribution numbers(String block, String variable) {
    return Statistics.published().numbers(block, variable);
  }

  private static boolean hasLife(String credit) {
    return Statistics.published().marginals(credit).containsKey("LIFE");
  }

  /** Shares of the plan a credit lives, by the number of its instalments. */
  private static Distribution[] lives(String credit) {
    Distribution[] lives = new Distribution[CreditDates.LENGTH_BANDS];
    for (int i = 0; i < lives.length; i++) {
      String banded = "LIFE/" + i;
      boolean known = Statistics.published().marginals(credit).containsKey(banded);
      lives[i] = numbers(credit, known ? banded : "LIFE");
    }
    return lives;
  }
}
