package io.clairscore.pipelines.scoring;

import io.clairscore.pipelines.training.Vectors;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Contributions;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The scorer as a map over rows of SK_ID_CURR and a feature vector, to rows of {@link #SCHEMA}.
 *
 * @param model the bundle
 * @param date scoring date
 * @param featuresVersion Delta version of the features
 * @param topReasons contributions kept with each score, 0 for none
 */
record ScoreFunction(ModelFolder model, LocalDate date, long featuresVersion, int topReasons)
    implements MapPartitionsFunction<Row, Row> {

  /**
   * Rows of {@code scores}. A reason is a feature and what it added to the margin: positive raises
   * the risk. The strongest come first.
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
                      .add("contribution", DataTypes.DoubleType)))
          .add("bundle", DataTypes.StringType)
          .add("features_version", DataTypes.LongType);

  @Override
  public Iterator<Row> call(Iterator<Row> clients) {
    if (!clients.hasNext()) {
      return clients;
    }
    Bundle bundle = model.load();
    Scorer scorer = Scorer.of(bundle);
    Contributions contributions = Contributions.of(bundle.trees());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return clients.hasNext();
      }

      @Override
      public Row next() {
        Row client = clients.next();
        float[] vector = Vectors.floats(client.getList(1));
        Score score = scorer.score(vector);
        Row[] reasons = topReasons == 0 ? new Row[0] : reasons(bundle, contributions, vector);
        return row(client.getInt(0), score, reasons, bundle);
      }
    };
  }

  private Row row(int client, Score score, Row[] reasons, Bundle bundle) {
    return RowFactory.create(
        client,
        Date.valueOf(date),
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

  private Row[] reasons(Bundle bundle, Contributions contributions, float[] vector) {
    double[] explained = contributions.explain(vector);
    List<String> names = bundle.manifest().features();
    return IntStream.range(0, names.size())
        .filter(i -> explained[i] != 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(explained[i])))
        .limit(topReasons)
        .map(i -> RowFactory.create(names.get(i), explained[i]))
        .toArray(Row[]::new);
  }
}
