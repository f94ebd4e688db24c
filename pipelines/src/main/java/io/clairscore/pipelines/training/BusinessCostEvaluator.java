package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.features.Columns;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
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
  private static final int DEFAULT_BINS = 10_000;

  private final String uid;
  private final DoubleParam falseNegativeCost;
  private final DoubleParam falsePositiveCost;
  private final IntParam bins;
  private final Param<String> labelCol;
  private final Param<String> probabilityCol;

  /** An evaluator of the given identity, as Spark's copying needs; costs 10 to 1. */
  public BusinessCostEvaluator(String uid) {
    this.uid = uid;
    falseNegativeCost =
        new DoubleParam(this, "falseNegativeCost", "cost of granting a credit that defaults");
    falsePositiveCost =
        new DoubleParam(this, "falsePositiveCost", "cost of refusing a client who would repay");
    bins = new IntParam(this, "bins", "bins of the histogram of probabilities");
    labelCol = new Param<>(this, "labelCol", "column of the outcome, 1 for a default");
    probabilityCol = new Param<>(this, "probabilityCol", "column of the score, 0 to 1");
    setDefault(falseNegativeCost, 10.0);
    setDefault(falsePositiveCost, 1.0);
    setDefault(bins, DEFAULT_BINS);
    setDefault(labelCol, Columns.TARGET);
    setDefault(probabilityCol, Columns.PROBABILITY);
  }

  public BusinessCostEvaluator(BusinessConf costs) {
    this(Identifiable$.MODULE$.randomUID("businessCost"));
    set(falseNegativeCost, costs.falseNegativeCost());
    set(falsePositiveCost, costs.falsePositiveCost());
  }

  @Override
  public double evaluate(Dataset<?> scored) {
    int last = (int) getOrDefault(bins) - 1;
    Dataset<Row> histogram =
        scored
            .groupBy(
                least(
                        floor(col(getOrDefault(probabilityCol)).multiply(lit(last + 1))),
                        lit((long) last))
                    .cast("int")
                    .as("bin"))
            .agg(
                sum(col(getOrDefault(labelCol))).cast("long").as("bad"),
                sum(lit(1).minus(col(getOrDefault(labelCol)))).cast("long").as("good"));
    long[] bad = new long[last + 1];
    long[] good = new long[last + 1];
    for (Row row : histogram.collectAsList()) {
      bad[row.getInt(0)] = row.getLong(1);
      good[row.getInt(0)] = row.getLong(2);
    }
    return leastCostPerClient(bad, good);
  }

  /** Starts by refusing everybody, then grants bin after bin, the safest first. */
  private double leastCostPerClient(long[] bad, long[] good) {
    double missed = (double) getOrDefault(falseNegativeCost);
    double refused = (double) getOrDefault(falsePositiveCost);
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
    return defaultCopy(extra);
  }

  @Override
  public String uid() {
    return uid;
  }

  public DoubleParam falseNegativeCost() {
    return falseNegativeCost;
  }

  public DoubleParam falsePositiveCost() {
    return falsePositiveCost;
  }

  public IntParam bins() {
    return bins;
  }

  public Param<String> labelCol() {
    return labelCol;
  }

  public Param<String> probabilityCol() {
    return probabilityCol;
  }
}
