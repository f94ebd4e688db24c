package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import java.util.List;
import java.util.SplittableRandom;

/** Draws bureau credits of one state and type. */
final class BureauCredit {
  private static final List<Column> AMOUNTS =
      List.of(
          Bureau.AMT_CREDIT_MAX_OVERDUE,
          Bureau.AMT_CREDIT_SUM,
          Bureau.AMT_CREDIT_SUM_DEBT,
          Bureau.AMT_CREDIT_SUM_LIMIT,
          Bureau.AMT_CREDIT_SUM_OVERDUE,
          Bureau.AMT_ANNUITY);

  /** The latest update in the source, in days after the application. */
  private static final double MOST_UPDATE = 372;

  /** Upper edges of the bands of end dates, as fit.py sets them. */
  private static final double[] ENDED = {-2000, -1500, -1000, -600, -250};

  private final Block block;
  private final Traits traits;
  private final Distribution annuity;
  private final double annuityMissing;

  BureauCredit(String name) {
    Statistics statistics = Statistics.published();
    this.block = new Block(name, Table.BUREAU.schema());
    this.traits =
        new Traits(block.latents())
            .with("DAYS_CREDIT", Trait.B_AGE)
            .with("AMT_CREDIT_SUM", Trait.B_SUM)
            .with("AMT_CREDIT_SUM_DEBT", Trait.B_DEBT)
            .with("AMT_CREDIT_MAX_OVERDUE", Trait.B_LATE);
    this.annuity = statistics.numbers(name, "AMT_ANNUITY");
    this.annuityMissing = statistics.missingShare(name, "NULL_AMT_ANNUITY");
  }

  /**
   * Fills the row added last.
   *
   * @param balanced whether the client's credits have balances: only then are annuities known
   */
  void fill(TableRows rows, Client client, boolean balanced, SplittableRandom random) {
    double[] z = traits.draw(client, random);
    block.fill(rows, z);
    double start = rows.get(Bureau.DAYS_CREDIT);
    double end = Math.max(rows.get(Bureau.DAYS_ENDDATE_FACT), start);
    rows.set(Bureau.DAYS_ENDDATE_FACT, end);
    double lag = block.value("UPDATE_LAG", ENDED, end, z);
    if (Double.isNaN(lag)) {
      rows.set(Bureau.DAYS_CREDIT_UPDATE, Math.max(rows.get(Bureau.DAYS_CREDIT_UPDATE), start));
    } else {
      rows.set(Bureau.DAYS_CREDIT_UPDATE, Math.min(MOST_UPDATE, end + Math.rint(lag)));
    }
    boolean known = balanced && random.nextDouble() >= annuityMissing;
    double u = random.nextDouble();
    rows.set(Bureau.AMT_ANNUITY, known ? annuity.at(u) : Double.NaN);
    AMOUNTS.forEach(column -> rows.set(column, Money.units(rows.get(column))));
  }
}
