package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.udf;

import io.clairscore.scorer.TreeEnsemble;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/** The scorer's walk as a function of an array column; each executor reads the trees once. */
final class MarginFunction implements UDF1<Seq<Float>, Float> {
  private static final long serialVersionUID = 1L;

  private final byte[] json;
  private transient volatile TreeEnsemble ensemble;

  private MarginFunction(byte[] json) {
    this.json = json;
  }

  /** Feature vector ARRAY&lt;FLOAT&gt; to margin FLOAT. */
  static UserDefinedFunction of(BoostedTrees trees) {
    return udf(new MarginFunction(trees.json()), DataTypes.FloatType);
  }

  @Override
  public Float call(Seq<Float> features) {
    TreeEnsemble walked = ensemble;
    if (walked == null) {
      walked = TreeEnsemble.read(json);
      ensemble = walked;
    }
    float[] vector = new float[features.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = features.apply(i);
    }
    return walked.margin(vector);
  }
}
