package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostConf;
import java.util.Locale;
import java.util.function.Consumer;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassificationModel;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;

/**
 * XGBoost whose early stopping survives Spark's CrossValidator. The validator fits copies, and a
 * copy of XGBoost's own estimator loses its evaluation rows; this one sets them apart inside {@code
 * fit}, stratified, by the column {@code inner_order} of the rows it is given.
 *
 * <p>Rows: SK_ID_CURR, TARGET, inner_order BIGINT, features ARRAY&lt;FLOAT&gt;.
 */
public final class EarlyStoppedXgboost extends Estimator<EarlyStoppedXgboostModel> {
  private final String uid;
  private final TrainingConf conf;
  private final Consumer<String> fitted;
  private final Balance balance;
  private final MonotoneDirections directions;
  private final IntParam maxDepth;
  private final DoubleParam colsampleBytree;
  private final DoubleParam lambda;

  /**
   * An estimator of these settings.
   *
   * @param fitted is told of every fit, in a line for people
   */
  public EarlyStoppedXgboost(TrainingConf conf, Consumer<String> fitted) {
    this(conf, fitted, Balance.AS_IT_IS, MonotoneDirections.FREE);
  }

  /**
   * An estimator of these settings that makes up for the rarity of defaults.
   *
   * @param fitted is told of every fit, in a line for people
   * @param balance applied to the rows to learn from, never to those that stop the fit
   * @param directions in which the risk may move along each feature
   */
  public EarlyStoppedXgboost(
      TrainingConf conf, Consumer<String> fitted, Balance balance, MonotoneDirections directions) {
    this(Identifiable$.MODULE$.randomUID("earlyStoppedXgboost"), conf, fitted, balance, directions);
  }

  private EarlyStoppedXgboost(
      String uid,
      TrainingConf conf,
      Consumer<String> fitted,
      Balance balance,
      MonotoneDirections directions) {
    this.uid = uid;
    this.conf = conf;
    this.fitted = fitted;
    this.balance = balance;
    this.directions = directions;
    XgboostConf xgboost = conf.xgboost();
    maxDepth = new IntParam(this, "maxDepth", "depth of the trees");
    colsampleBytree = new DoubleParam(this, "colsampleBytree", "share of the features of a tree");
    lambda = new DoubleParam(this, "lambda", "L2 penalty of the leaves");
    setDefault(maxDepth, xgboost.maxDepth().get(0));
    setDefault(colsampleBytree, xgboost.colsampleBytree().get(0));
    setDefault(lambda, xgboost.lambda().get(0));
  }

  /** Every combination of the configured values. */
  ParamMap[] grid() {
    XgboostConf xgboost = conf.xgboost();
    return new ParamGridBuilder()
        .addGrid(maxDepth, xgboost.maxDepth().stream().mapToInt(Integer::intValue).toArray())
        .addGrid(
            colsampleBytree,
            xgboost.colsampleBytree().stream().mapToDouble(Double::doubleValue).toArray())
        .addGrid(lambda, xgboost.lambda().stream().mapToDouble(Double::doubleValue).toArray())
        .build();
  }

  /** The point of the grid that a parameter map, or else this estimator, names. */
  GridPoint point(ParamMap map) {
    ParamMap values = extractParamMap(map);
    return new GridPoint(
        (int) values.apply(maxDepth),
        (double) values.apply(colsampleBytree),
        (double) values.apply(lambda));
  }

  @Override
  public EarlyStoppedXgboostModel fit(Dataset<?> rows) {
    Dataset<Row> marked = rows.toDF().withColumn("stopping", stopping());
    Dataset<Row> learning = marked.filter(col("stopping").equalTo(false)).drop("stopping");
    BoostingRun run =
        new BoostingRun(
            conf,
            point(new ParamMap()),
            conf.xgboost().rounds(),
            directions,
            balance.defaultWeight(learning),
            balance.stopsByAuc());
    XGBoostClassificationModel boosted =
        run.fit(balance.balanced(learning), marked.filter("stopping"));
    BoostedTrees trees = BoostedTrees.stoppedEarly(boosted);
    fitted.accept(
        String.format(Locale.ROOT, "%s: best after %d trees", run.point(), trees.rounds()));
    EarlyStoppedXgboostModel model = new EarlyStoppedXgboostModel(uid, trees);
    return copyValues(model.setParent(this), new ParamMap());
  }

  /** The first rows of each class in the inner order. */
  Column stopping() {
    WindowSpec ofClass = Window.partitionBy(Columns.TARGET);
    WindowSpec ordered = ofClass.orderBy(Columns.INNER, Columns.CLIENT);
    Column most = count(lit(1)).over(ofClass).multiply(conf.xgboost().earlyStoppingShare());
    return row_number().over(ordered).leq(most);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return schema;
  }

  @Override
  public EarlyStoppedXgboost copy(ParamMap extra) {
    return copyValues(new EarlyStoppedXgboost(uid, conf, fitted, balance, directions), extra);
  }

  @Override
  public String uid() {
    return uid;
  }

  public IntParam maxDepth() {
    return maxDepth;
  }

  public DoubleParam colsampleBytree() {
    return colsampleBytree;
  }

  public DoubleParam lambda() {
    return lambda;
  }
}
