package io.clairscore.pipelines.scoring;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.pipelines.features.Vectors;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.explanation.Explainer;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.explanation.Remarks;
import java.util.Iterator;
import java.util.function.BiFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The scorer as a map over rows of SK_ID_CURR and a feature vector, to rows of {@link #SCHEMA}. The
 * scoring date stays null in them: a java.sql.Date is a moment, and in some zones another day.
 *
 * @param model the bundle
 * @param featuresVersion Delta version of the features
 * @param topReasons themes whose reasons are kept with each score, in each direction; 0 for none
 */
record ScoreFunction(ModelFolder model, long featuresVersion, int topReasons)
    implements MapPartitionsFunction<Row, Row> {

  /**
   * Rows of {@code scores}. A reason is a factor, named by the feature that stands for it: what it
   * adds to the margin (positive raises the risk) and to the points, its business group, and
   * whether it is that something is absent. The strongest come first.
   */
  static final StructType SCHEMA =
      new StructType()
          .add("SK_ID_CURR", DataTypes.IntegerType)
          .add("scoring_date", DataTypes.DateType)
          .add("probability", DataTypes.DoubleType)
          .add("margin", DataTypes.FloatType)
          .add("points", DataTypes.IntegerType)
          .add("level", DataTypes.StringType)
          .add("decision", DataTypes.StringType)
          .add("to_review", DataTypes.BooleanType)
          .add(
              "reasons",
              DataTypes.createArrayType(
                  new StructType()
                      .add("feature", DataTypes.StringType)
                      .add("contribution", DataTypes.DoubleType)
                      .add("points", DataTypes.IntegerType)
                      .add("group", DataTypes.StringType)
                      .add("absent", DataTypes.BooleanType)))
          .add("bundle", DataTypes.StringType)
          .add("features_version", DataTypes.LongType);

  @Override
  public Iterator<Row> call(Iterator<Row> clients) {
    if (!clients.hasNext()) {
      return clients;
    }
    Bundle bundle = model.load();
    BiFunction<Integer, float[], Row> score = topReasons == 0 ? plain(bundle) : explained(bundle);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return clients.hasNext();
      }

      @Override
      public Row next() {
        Row client = clients.next();
        return score.apply(client.getInt(0), Vectors.floats(client.getList(1)));
      }
    };
  }

  private BiFunction<Integer, float[], Row> plain(Bundle bundle) {
    Scorer scorer = Scorer.of(bundle);
    return (client, vector) -> row(client, scorer.score(vector), new Row[0], bundle);
  }

  private BiFunction<Integer, float[], Row> explained(Bundle bundle) {
    Explainer explainer = Explainer.of(bundle, Catalogue.core(), ReasonLimits.ofThemes(topReasons));
    return (client, vector) -> {
      Explanation explanation = explainer.explain(vector, Remarks.NONE);
      return row(client, explanation.score(), reasons(explanation), bundle);
    };
  }

  private Row row(int client, Score score, Row[] reasons, Bundle bundle) {
    return RowFactory.create(
        client,
        null,
        score.probability(),
        score.margin(),
        score.points(),
        score.level().name(),
        score.decision().name(),
        score.toReview(),
        reasons,
        bundle.manifest().training().runId(),
        featuresVersion);
  }

  private static Row[] reasons(Explanation explanation) {
    return explanation.strongest().stream()
        .map(
            reason ->
                RowFactory.create(
                    reason.feature().name(),
                    reason.contribution(),
                    reason.points(),
                    reason.factor().businessGroup().name(),
                    reason.absent()))
        .toArray(Row[]::new);
  }
}
