package io.clairscore.pipelines.study.learner;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * The grid of an algorithm as one Spark estimator: its only parameter is the number of the point,
 * so that CrossValidator fits and compares any learners.
 */
public final class LearnerEstimator extends Estimator<LearnerModel> {
  private final String uid;
  private final List<Learner> grid;
  private final Consumer<String> fitted;
  private final IntParam point;

  /**
   * An estimator of these points.
   *
   * @param grid the points, at least one
   * @param fitted is told of every fit, in a line for people
   */
  public LearnerEstimator(List<? extends Learner> grid, Consumer<String> fitted) {
    this(Identifiable$.MODULE$.randomUID("learner"), List.copyOf(grid), fitted);
  }

  private LearnerEstimator(String uid, List<Learner> grid, Consumer<String> fitted) {
    this.uid = uid;
    this.grid = grid;
    this.fitted = fitted;
    point = new IntParam(this, "point", "number of the point of the grid");
    setDefault(point, 0);
  }

  /** One map per point, in the order of the grid. */
  public ParamMap[] points() {
    return IntStream.range(0, grid.size())
        .mapToObj(i -> new ParamMap().put(point, i))
        .toArray(ParamMap[]::new);
  }

  @Override
  public LearnerModel fit(Dataset<?> rows) {
    Learner learner = grid.get((int) getOrDefault(point));
    long start = System.nanoTime();
    Learned learned = learner.fit(rows.toDF());
    double seconds = (System.nanoTime() - start) / 1e9;
    fitted.accept(
        String.format(
            Locale.ROOT,
            "fitted in %.1f s: %s %s",
            seconds,
            new TreeMap<>(learner.parameters()),
            new TreeMap<>(learned.facts())));
    LearnerModel model = new LearnerModel(uid, learned, seconds);
    return copyValues(model.setParent(this), new ParamMap());
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return LearnerModel.withScores(schema);
  }

  @Override
  public LearnerEstimator copy(ParamMap extra) {
    return copyValues(new LearnerEstimator(uid, grid, fitted), extra);
  }

  @Override
  public String uid() {
    return uid;
  }

  public IntParam point() {
    return point;
  }
}
