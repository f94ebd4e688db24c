package io.clairscore.pipelines.tracking;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.mlflow.spark.autologging.MlflowAutologEventPublisher;
import org.mlflow.spark.autologging.MlflowAutologEventSubscriber;

/**
 * Which tables a Spark application reads, as mlflow-spark's listener sees it. It reports a Delta
 * table as the Parquet files below its folder and without a version; the version is added by the
 * code that pinned it.
 */
final class ReadLineage implements MlflowAutologEventSubscriber, AutoCloseable {
  private static final String LOG = "_delta_log";

  private final SparkSession spark;
  private final Set<String> paths = new ConcurrentSkipListSet<>();

  private ReadLineage(SparkSession spark) {
    this.spark = spark;
  }

  /** Listens to a session's reads until it is closed. */
  static ReadLineage of(SparkSession spark) {
    // The publisher listens to the session that is active on this thread.
    SparkSession.setActiveSession(spark);
    ReadLineage lineage = new ReadLineage(spark);
    MlflowAutologEventPublisher.init(MlflowAutologEventPublisher.init$default$1());
    MlflowAutologEventPublisher.register(lineage);
    return lineage;
  }

  /** Paths of what was read until now, without Delta's reading of its own log. */
  Set<Path> read() {
    try {
      // Events come on a thread of their own, a little after the read.
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } catch (TimeoutException stillBusy) {
      // What has not come by now is missing; it describes the run and decides nothing.
    }
    Set<Path> read = new TreeSet<>();
    for (String path : paths) {
      read.add(Path.of(path.replaceFirst("^file:/*", "/")));
    }
    return read;
  }

  @Override
  public Object notify(String path, String version, String format) {
    if (!path.contains(LOG)) {
      paths.add(path);
    }
    return null;
  }

  @Override
  public void ping() {
    // Answering at all is the answer.
  }

  @Override
  public String replId() {
    return "clairscore";
  }

  @Override
  public void close() {
    MlflowAutologEventPublisher.stop();
  }
}
