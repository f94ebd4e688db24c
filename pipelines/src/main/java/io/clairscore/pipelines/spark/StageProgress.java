package io.clairscore.pipelines.spark;

import io.clairscore.pipelines.run.Progress;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Shows Spark's finished tasks as progress of the current step. */
public final class StageProgress extends SparkListener {
  private final Progress progress;
  private final AtomicLong submitted = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();

  public StageProgress(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted stage) {
    submitted.addAndGet(stage.stageInfo().numTasks());
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    progress.tick(finished.incrementAndGet(), submitted.get(), "tasks");
  }
}
