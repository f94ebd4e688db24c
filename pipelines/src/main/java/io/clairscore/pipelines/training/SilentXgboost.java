package io.clairscore.pipelines.training;

import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable$;

/**
 * XGBoost4J-Spark's classifier without its line per round, for each of which the worker opens a
 * connection to the tracker and waits. XGBoost4J has a switch for it, {@code verbose_eval}, to
 * which its Spark estimator gives no parameter; this one does. Public, as Spark looks for
 * parameters by reflection.
 */
public final class SilentXgboost extends XGBoostClassifier {
  /** Not initialised here: the constructor of the estimator may already ask for it. */
  private Param<String> verboseEval;

  public SilentXgboost() {
    this(Identifiable$.MODULE$.randomUID("xgbc"));
  }

  /** As Spark copies estimators. */
  public SilentXgboost(String uid) {
    super(uid);
    set(verboseEval(), "0");
  }

  /** The parameter: every how many rounds a line is printed, 0 for never. */
  public Param<String> verboseEval() {
    if (verboseEval == null) {
      verboseEval = new Param<>(this, "verbose_eval", "rounds between lines, 0 for no line");
    }
    return verboseEval;
  }
}
