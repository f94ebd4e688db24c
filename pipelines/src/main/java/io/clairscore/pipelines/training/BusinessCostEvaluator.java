package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.features.Columns;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Business cost per client at the best threshold for the scores it is given: cost of the defaults
 * that are granted plus cost of the good clients that are refused. Smaller is better.
 *
 * <p>Spark counts clients by class in a histogram of the probability; only its bins reach the
 * driver. The cost is exact for thresholds on the edges of the bins, so it never lies below the
 * cost at the best of all thresholds. The best threshold differs from one set of scores to the
 * next: this cost selects a model, it does not report one.
 */
public final class BusinessCostEvaluator extends Evaluator {
  private static final int BINS = 10_000;

  private final String uid;
  private final BusinessConf costs;

  public BusinessCostEvaluator(BusinessConf costs) {
    this(Identifiable$.MODULE$.randomUID("businessCost"), costs);
  }

  private BusinessCostEvaluator(String uid, BusinessConf costs) {
    this.uid = uid;
    this.costs = costs;
  }

  @Override
  public double evaluate(Dataset<?> scored) {
    int last = BINS - 1;
    Column target = col(Columns.TARGET);
    Dataset<Row> histogram =
        scored
            .groupBy(
                least(floor(col(Columns.PROBABILITY).multiply(lit(BINS))), lit((long) last))
                    .cast("int")
                    .as("bin"))
            .agg(
                sum(target).cast("long").as("bad"),
                sum(lit(1).minus(target)).cast("long").as("good"));
    long[] bad = new long[BINS];
    long[] good = new long[BINS];
    for (Row row : histogram.collectAsList()) {
      bad[row.getInt(0)] = row.getLong(1);
      good[row.getInt(0)] = row.getLong(2);
    }
    return leastCostPerClient(bad, good);
  }

  /** Starts by refusing everybody, then grants bin after bin, the safest first. */
  private double leastCostPerClient(long[] bad, long[] good) {
    double missed = costs.falseNegativeCost();
    double refused = costs.falsePositiveCost();
    long clients = 0;
    double cost = 0;
    for (int bin = 0; bin < bad.length; bin++) {
      clients += bad[bin] + good[bin];
      cost += refused * good[bin];
    }
    double least = cost;
    for (int bin = 0; bin < bad.length; bin++) {
      cost += missed * bad[bin] - refused * good[bin];
      least = Math.min(least, cost);
    }
    return least / clients;
  }

  @Override
  public boolean isLargerBetter() {
    return false;
  }

  @Override
  public BusinessCostEvaluator copy(ParamMap extra) {
    return new BusinessCostEvaluator(uid, costs);
  }

  @Override
  public String uid() {
    return uid;
  }
}
