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
    boolean known = balanced && random.nextDouble() >= annuityMissing;
    double u = random.nextDouble();
    rows.set(Bureau.AMT_ANNUITY, known ? annuity.at(u) : Double.NaN);
    AMOUNTS.forEach(column -> rows.set(column, Money.units(rows.get(column))));
  }
}
