package io.clairscore.pipelines.synthetic;

import static io.clairscore.features.schema.PreviousApplication.*;

import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.SplittableRandom;

/** Draws earlier applications of one status and type. */
final class PreviousBlock {
  /** The published rate of down payment is the share of the credit plus its fees. */
  private static final double DOWN_PAYMENT_BASE = 1.0891;

  /** Approved cards that are over: their last due date is known. */
  private static final double CARDS_OVER = 0.262;

  /** Upper edges of the bands of amounts asked, as fit.py sets them. */
  private static final double[] APPLIED = {0, 40_000, 80_000, 150_000, 300_000};

  /** Upper edges of the bands of numbers of instalments, as fit.py sets them. */
  private static final double[] LENGTHS = {8, 12, 18, 30};

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
    amounts(rows, z);
    rows.set(NAME_PRODUCT_TYPE, productType(rows));
    dates(rows, z, random);
  }

  private void amounts(TableRows rows, double[] z) {
    double asked = Money.units(block.value("APP", z));
    double credit =
        asked > 0
            ? Money.units(asked * block.value("RATIO", z))
            : Money.units(block.value("CREDIT", z));
    rows.set(AMT_APPLICATION, Double.isNaN(asked) ? 0 : asked);
    rows.set(AMT_CREDIT, Double.isNaN(credit) ? 0 : credit);
    rows.set(AMT_GOODS_PRICE, asked > 0 ? asked : Double.NaN);
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

  /** Dates of the credit: NO_DATE stands for what lies ahead or does not apply. */
  private void dates(TableRows rows, double[] z, SplittableRandom random) {
    double u = random.nextDouble();
    double v = random.nextDouble();
    double w = random.nextDouble();
    double lag = block.value("DUE_LAG", z);
    if (Double.isNaN(lag)) {
      return;
    }
    double decision = rows.get(DAYS_DECISION);
    double drawing = block.value("DRAW_LAG", z);
    double due = after(decision, lag);
    rows.set(
        DAYS_FIRST_DRAWING,
        Double.isNaN(drawing) ? NumberColumn.NO_DATE : after(decision, drawing));
    rows.set(DAYS_FIRST_DUE, due);
    double payments = rows.get(CNT_PAYMENT);
    double lastDue = NumberColumn.NO_DATE;
    if (life != null && due != NumberColumn.NO_DATE) {
      double planned = Math.max(payments - 1, 0);
      rows.set(DAYS_LAST_DUE_1ST_VERSION, due + 30 * planned);
      lastDue = past(due + 30 * Math.rint(planned * life[band(payments)].at(u)));
    } else {
      rows.set(DAYS_LAST_DUE_1ST_VERSION, NumberColumn.NO_DATE);
      if (u < CARDS_OVER && due < 0) {
        lastDue = past(Math.rint(due * v));
      }
    }
    rows.set(DAYS_LAST_DUE, lastDue);
    rows.set(
        DAYS_TERMINATION,
        lastDue == NumberColumn.NO_DATE || endLag == null
            ? NumberColumn.NO_DATE
            : past(lastDue + Math.rint(endLag.at(w))));
  }

  private static double after(double decision, double lag) {
    return lag == NumberColumn.NO_DATE ? lag : Math.min(-2, decision + Math.rint(lag));
  }

  private static double past(double day) {
    return day > -2 ? NumberColumn.NO_DATE : day;
  }

  private static Distribution numbers(String block, String variable) {
    return Statistics.published().numbers(block, variable);
  }

  private static boolean hasLife(String credit) {
    return Statistics.published().marginals(credit).containsKey("LIFE");
  }

  /** Shares of the plan a credit lives, by the number of its instalments. */
  private static Distribution[] lives(String credit) {
    Distribution[] lives = new Distribution[LENGTHS.length + 1];
    for (int i = 0; i < lives.length; i++) {
      String banded = "LIFE/" + i;
      boolean known = Statistics.published().marginals(credit).containsKey(banded);
      lives[i] = numbers(credit, known ? banded : "LIFE");
    }
    return lives;
  }

  private static int band(double payments) {
    int band = 0;
    while (band < LENGTHS.length && payments > LENGTHS[band]) {
      band++;
    }
    return band;
  }
}
