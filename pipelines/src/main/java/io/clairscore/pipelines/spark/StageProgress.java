package io.clairscore.pipelines.spark;

import io.clairscore.pipelines.run.Progress;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Shows the rows that Spark's tasks have written as progress of the current step. */
public final class StageProgress extends SparkListener {
  private final Progress progress;

  public StageProgress(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    if (task.taskInfo().successful() && task.taskMetrics() != null) {
      progress.written(task.taskMetrics().outputMetrics().recordsWritten());
    }
  }
}
