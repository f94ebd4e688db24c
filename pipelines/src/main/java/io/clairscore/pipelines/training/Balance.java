package io.clairscore.pipelines.training;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a fit makes up for the rarity of defaults. Whatever it does to the rows to learn from, the
 * rows that stop the fit keep their natural share of defaults.
 */
public interface Balance {
  /** Learns from the rows as they are. */
  Balance AS_IT_IS =
      new Balance() {
        @Override
        public Dataset<Row> balanced(Dataset<Row> rows) {
          return rows;
        }

        @Override
        public double defaultWeight(Dataset<Row> rows) {
          return 1;
        }

        @Override
        public boolean stopsByAuc() {
          return false;
        }
      };

  /** Rows to learn from, with the columns SK_ID_CURR, TARGET, inner_order and features. */
  Dataset<Row> balanced(Dataset<Row> rows);

  /** Weight of a defaulted client, a good one having 1; from the rows before balancing. */
  double defaultWeight(Dataset<Row> rows);

  /**
   * Whether AUC stops the fit. Balanced rows shift every probability, so their log-loss on rows of
   * natural shares would stop a fit that still learns to rank.
   */
  boolean stopsByAuc();
}
