package io.clairscore.pipelines.drift.meaning;

import io.clairscore.drift.meaning.DomainShift;
import io.clairscore.drift.meaning.TellingFeature;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.pipelines.conf.DriftConf;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.conf.XgboostPoint;
import io.clairscore.pipelines.evaluation.RankedScores;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.BoostedPredictor;
import io.clairscore.pipelines.training.TreeGains;
import io.clairscore.pipelines.training.XgboostLearner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Learns to tell two populations apart on one half of their clients, is tried on the other half,
 * and the other way round.
 */
final class DomainClassifier {
  private static final int MOST_TOLD = 10;
  private static final int FEWEST_ROWS = 25;

  private static final StructType SCHEMA =
      new StructType()
          .add(Columns.CLIENT, DataTypes.IntegerType)
          .add(Columns.TARGET, DataTypes.IntegerType)
          .add(Columns.INNER, DataTypes.LongType)
          .add(Columns.FEATURES, DataTypes.createArrayType(DataTypes.FloatType));

  private final SparkSession spark;
  private final DriftConf conf;
  private final TrainingConf training;

  DomainClassifier(Job job) {
    spark = job.spark();
    conf = job.conf().drift();
    TrainingConf served = job.conf().training();
    // One thread: XGBoost may use no more than a task has cores, and here a task has one.
    training =
        new TrainingConf(
            conf.seed(),
            served.folds(),
            served.holdOutShare(),
            1,
            1,
            served.profile(),
            served.leakage(),
            served.xgboost(),
            served.monotone(),
            served.compact());
  }

  /**
   * Shallow trees that learn fast: they need no more than to tell that something changed, and see a
   * correlation from depth 2 on. They stop early, so that under no change there is next to none.
   */
  private XgboostPoint shallow() {
    int bins = training.xgboost().maxBin();
    return new XgboostPoint(200, 25, 0.2, 0.1, 4, 10, 0.8, 0.8, 5, 0, bins);
  }

  /** A row, and whether it is of the current population. */
  private record Labelled(int current, SampledRow row) {}

  /**
   * Tells populations apart.
   *
   * @param before rows of the reference, in the order of the sample
   * @param after rows of the current population
   * @param columns columns of these rows
   */
  DomainShift of(List<SampledRow> before, List<SampledRow> after, List<ColumnSpec> columns) {
    List<Labelled> rows = new ArrayList<>();
    before.forEach(row -> rows.add(new Labelled(0, row)));
    after.forEach(row -> rows.add(new Labelled(1, row)));
    double auc = 0;
    double[] gains = new double[columns.size()];
    for (int fold = 0; fold < DomainSample.FOLDS; fold++) {
      int judged = fold;
      List<Labelled> learned = rows.stream().filter(row -> row.row.fold() != judged).toList();
      List<Labelled> tried = rows.stream().filter(row -> row.row.fold() == judged).toList();
      if (tooFew(learned) || tooFew(tried)) {
        return DomainShift.NONE;
      }
      BoostedPredictor classifier = fit(learned);
      auc += auc(classifier, tried) / DomainSample.FOLDS;
      TreeGains.add(classifier.json(), gains);
    }
    List<Double> limits = conf.meaning().domainAuc();
    return DomainShift.of(
        before.size(),
        after.size(),
        columns.size(),
        auc,
        limits.get(0),
        limits.get(1),
        telling(columns, gains));
  }

  /** Of fewer rows nothing is learned, and none could be set apart to stop the fit. */
  private static boolean tooFew(List<Labelled> rows) {
    long current = rows.stream().filter(row -> row.current == 1).count();
    return Math.min(current, rows.size() - current) < FEWEST_ROWS;
  }

  private BoostedPredictor fit(List<Labelled> rows) {
    List<Row> table = new ArrayList<>();
    for (Labelled row : rows) {
      List<Float> features = new ArrayList<>();
      for (float feature : row.row.features()) {
        features.add(feature);
      }
      table.add(RowFactory.create(table.size(), row.current, row.row.order(), features));
    }
    Dataset<Row> learning = spark.createDataFrame(table, SCHEMA);
    XgboostLearner learner = new XgboostLearner(training, shallow());
    return (BoostedPredictor) learner.fit(learning).predictor();
  }

  private static double auc(BoostedPredictor classifier, List<Labelled> rows) {
    double[] margins =
        rows.stream().mapToDouble(row -> classifier.margin(row.row.features())).toArray();
    int[] current = rows.stream().mapToInt(Labelled::current).toArray();
    return new RankedScores(margins, current).auc();
  }

  private static List<TellingFeature> telling(List<ColumnSpec> columns, double[] gains) {
    double all = Arrays.stream(gains).sum();
    Map<String, Double> shares = new TreeMap<>();
    for (int i = 0; i < gains.length; i++) {
      if (gains[i] > 0) {
        shares.put(columns.get(i).name(), gains[i] / all);
      }
    }
    return shares.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST_TOLD)
        .map(share -> new TellingFeature(share.getKey(), share.getValue()))
        .toList();
  }
}
