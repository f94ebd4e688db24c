package io.clairscore.pipelines.study;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.use.Profile;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.TrainingData;
import io.clairscore.pipelines.training.TrainingTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The clients of a study: those of the training, in its folds and its hold-out. Read when first
 * asked for, as a study that only reports needs none of them.
 */
final class StudyData implements AutoCloseable {
  private final Job job;
  private final FeatureTable features;
  private Dataset<Row> all;

  /**
   * @param profile which features its models may learn from
   */
  StudyData(Job job, Profile profile) {
    this.job = job;
    this.features = FeatureTable.latest(job.spark(), job.workspace().features()).admitted(profile);
    TrainingData.refuseUnlearnable(features, job.conf().training());
  }

  FeatureTable features() {
    return features;
  }

  /** Every labelled client, with its fold. */
  Dataset<Row> all() {
    if (all == null) {
      job.progress().say("reading the clients of the study");
      TrainingTable table = new TrainingTable(job.spark(), job.workspace().training());
      var conf = job.conf().training();
      table.write(TrainingTable.divide(features.labelled(), conf), features.version(), conf);
      all = table.joined(features).persist(StorageLevel.MEMORY_AND_DISK());
    }
    return all;
  }

  /** The clients of the folds. */
  Dataset<Row> training() {
    return all().filter(col(Columns.FOLD).geq(0));
  }

  @Override
  public void close() {
    if (all != null) {
      all.unpersist();
    }
  }
}
