package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.conf.LogisticConf;
import io.clairscore.pipelines.training.Balance;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The coefficients of the logistic regression under penalties from weak to strong: which inputs
 * keep their say, and which cancel each other out where nothing holds them.
 *
 * @param penalties Spark's regParam, ascending
 * @param coefficients one line per input, the largest at the weakest penalty first
 */
public record CoefficientPath(List<Double> penalties, List<Coefficients> coefficients) {

  /**
   * The coefficients of one input, on the scale of its standard deviation.
   *
   * @param feature name of the feature
   * @param missing whether the input says that it is missing, instead of its value
   * @param values log-odds per standard deviation, one per penalty
   */
  public record Coefficients(String feature, boolean missing, List<Double> values) {}

  /** Fits the regression at every penalty; the inputs are the same at each. */
  public static CoefficientPath of(
      Dataset<Row> rows, List<String> names, LogisticConf conf, int sampled) {
    List<Double> penalties = conf.path().stream().sorted().toList();
    Preparation preparation = LogisticLearner.prepare(rows, sampled, conf.features());
    Dataset<Row> prepared =
        LogisticLearner.prepared(rows, preparation, 1, Balance.AS_IT_IS).persist();
    try {
      List<double[]> fitted =
          penalties.stream()
              .map(penalty -> LogisticLearner.regression(prepared, penalty, conf.iterations()))
              .map(LogisticRegressionModel::coefficients)
              .map(vector -> vector.toArray())
              .toList();
      return new CoefficientPath(penalties, lines(preparation.inputs(), names, fitted));
    } finally {
      prepared.unpersist();
    }
  }

  private static List<Coefficients> lines(
      List<Preparation.Input> inputs, List<String> names, List<double[]> fitted) {
    return IntStream.range(0, inputs.size())
        .mapToObj(
            i ->
                new Coefficients(
                    names.get(inputs.get(i).feature()),
                    inputs.get(i).missing(),
                    fitted.stream().map(coefficients -> coefficients[i]).toList()))
        .sorted(Comparator.comparingDouble(line -> -Math.abs(line.values().get(0))))
        .toList();
  }
}
