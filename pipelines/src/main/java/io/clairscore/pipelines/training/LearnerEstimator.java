package io.clairscore.pipelines.training;

import java.util.List;
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

  /** Is told of every fit as it ends. */
  public interface Listener {
    void fitted(Learner learner, Learned learned);
  }

  private final String uid;
  private final List<Learner> grid;
  private final Listener listener;
  private final IntParam point;

  /** An estimator of these points, at least one. */
  public LearnerEstimator(List<? extends Learner> grid, Listener listener) {
    this(Identifiable$.MODULE$.randomUID("learner"), List.copyOf(grid), listener);
  }

  private LearnerEstimator(String uid, List<Learner> grid, Listener listener) {
    this.uid = uid;
    this.grid = grid;
    this.listener = listener;
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
    LearnerModel model = new LearnerModel(uid, learned, (System.nanoTime() - start) / 1e9);
    listener.fitted(learner, learned);
    return copyValues(model.setParent(this), new ParamMap());
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return LearnerModel.withScores(schema);
  }

  @Override
  public LearnerEstimator copy(ParamMap extra) {
    return copyValues(new LearnerEstimator(uid, grid, listener), extra);
  }

  @Override
  public String uid() {
    return uid;
  }

  public IntParam point() {
    return point;
  }
}
