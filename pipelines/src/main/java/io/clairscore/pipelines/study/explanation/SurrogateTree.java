package io.clairscore.pipelines.study.explanation;

import io.clairscore.pipelines.study.learner.ClientMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rules that imitate a model: a small decision tree fitted by Spark on the model's decisions
 * instead of the outcomes (Craven and Shavlik 1996). Each feature is given twice, as its value with
 * the median in place of a missing one, and as whether it is missing.
 *
 * @param features positions of the features it may ask about
 * @param depth most conditions of a rule
 * @param leastShare smallest share of the clients that a rule decides about
 */
record SurrogateTree(int[] features, int depth, double leastShare) {
  private static final String LABEL = "refused";
  private static final String INPUT = "input";
  private static final double HALF = 0.5;

  /** Rules that hold for exactly one kind of client each, and together for all. */
  List<Rule> rules(SparkSession spark, ClientMatrix clients, boolean[] refused) {
    double[] medians = Arrays.stream(features).mapToDouble(f -> median(clients, f)).toArray();
    StructType schema =
        new StructType().add(LABEL, DataTypes.DoubleType).add(INPUT, SQLDataTypes.VectorType());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      double[] input = input(clients.rows()[i], medians);
      rows.add(RowFactory.create(refused[i] ? 1.0 : 0.0, Vectors.dense(input)));
    }
    Node root =
        new DecisionTreeClassifier()
            .setLabelCol(LABEL)
            .setFeaturesCol(INPUT)
            .setMaxDepth(depth)
            .setMinInstancesPerNode(Math.max(1, (int) (leastShare * clients.size())))
            .fit(spark.createDataFrame(rows, schema))
            .rootNode();
    List<Rule> rules = new ArrayList<>();
    collect(root, new LinkedHashMap<>(), medians, rules);
    return rules;
  }

  private double[] input(float[] vector, double[] medians) {
    double[] input = new double[2 * features.length];
    for (int i = 0; i < features.length; i++) {
      float value = vector[features[i]];
      input[i] = Float.isFinite(value) ? value : medians[i];
      input[features.length + i] = Float.isFinite(value) ? 0 : 1;
    }
    return input;
  }

  private static double median(ClientMatrix clients, int feature) {
    float[] known = clients.known(feature);
    return known.length == 0 ? 0 : known[(known.length - 1) / 2];
  }

  private void collect(
      Node node, Map<Integer, Condition> conditions, double[] medians, List<Rule> rules) {
    if (!(node instanceof InternalNode inner)) {
      rules.add(new Rule(List.copyOf(conditions.values()), node.prediction() > HALF));
      return;
    }
    ContinuousSplit split = (ContinuousSplit) inner.split();
    collect(inner.leftChild(), with(conditions, split, true, medians), medians, rules);
    collect(inner.rightChild(), with(conditions, split, false, medians), medians, rules);
  }

  private Map<Integer, Condition> with(
      Map<Integer, Condition> conditions, ContinuousSplit split, boolean left, double[] medians) {
    int place = split.featureIndex() % features.length;
    int feature = features[place];
    Condition before = conditions.getOrDefault(feature, Condition.any(feature));
    Condition after =
        split.featureIndex() < features.length
            ? before.bounded(left, split.threshold(), medians[place])
            : before.missing(!left);
    Map<Integer, Condition> more = new LinkedHashMap<>(conditions);
    more.put(feature, after);
    return more;
  }
}
