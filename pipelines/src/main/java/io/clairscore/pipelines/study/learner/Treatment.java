package io.clairscore.pipelines.study.learner;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.clairscore.pipelines.conf.ImbalanceConf;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.training.Balance;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The ways to make up for the rarity of defaults that a study compares, on training rows only. */
public enum Treatment {
  /** Rows as they are. */
  NONE,
  /** Defaults weigh as much as all good clients together: XGBoost's scale_pos_weight. */
  CLASS_WEIGHTS {
    @Override
    double defaultWeight(Dataset<Row> rows) {
      return ClassCounts.of(rows).goodsPerDefault();
    }
  },
  /** Only some of the good clients, drawn by a hash of the client. */
  UNDERSAMPLING {
    @Override
    Dataset<Row> rows(Dataset<Row> rows, ImbalanceConf conf, long seed) {
      double kept = conf.goodsPerDefault() / ClassCounts.of(rows).goodsPerDefault();
      Column draw = pmod(xxhash64(lit(seed), col(Columns.CLIENT)), lit(DRAWS));
      return rows.filter(col(Columns.TARGET).equalTo(1).or(draw.lt(kept * DRAWS)));
    }
  },
  /** As many defaults as good clients, the new ones between neighbours. */
  SMOTE {
    @Override
    Dataset<Row> rows(Dataset<Row> rows, ImbalanceConf conf, long seed) {
      ClassCounts counts = ClassCounts.of(rows);
      ClientMatrix defaulted =
          ClientMatrix.collect(rows.filter(col(Columns.TARGET).equalTo(1)), conf.sampledDefaults());
      return rows.select(Smote.COLUMNS)
          .unionByName(
              Smote.of(defaulted, conf.neighbours(), seed)
                  .rows(rows.sparkSession(), counts.good() - counts.bad()));
    }
  };

  private static final long DRAWS = 1_000_000;

  double defaultWeight(Dataset<Row> rows) {
    return 1;
  }

  Dataset<Row> rows(Dataset<Row> rows, ImbalanceConf conf, long seed) {
    return rows;
  }

  /** Name of the treatment in files and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The treatment for a learner. AUC stops the fits of all of them, so that they are compared
   * alike.
   */
  public Balance balance(ImbalanceConf conf, long seed) {
    Treatment treatment = this;
    return new Balance() {
      @Override
      public Dataset<Row> balanced(Dataset<Row> rows) {
        return treatment.rows(rows, conf, seed);
      }

      @Override
      public double defaultWeight(Dataset<Row> rows) {
        return treatment.defaultWeight(rows);
      }

      @Override
      public boolean stopsByAuc() {
        return true;
      }
    };
  }
}
