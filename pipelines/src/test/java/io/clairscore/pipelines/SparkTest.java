package io.clairscore.pipelines;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test on real Spark and Delta. All tests of the module share one session, which ends with the
 * JVM: starting one costs more than most tests.
 */
public abstract class SparkTest extends JavaDatasetSuiteBase {

  @Override
  public boolean enableHiveSupport() {
    return false;
  }

  @Override
  public SparkConf conf() {
    return super.conf()
        .set("spark.master", "local[2]")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.ui.enabled", "false")
        .set("spark.sql.shuffle.partitions", "3")
        // A class that was compiled for one test serves the next: 100 do not last through a class.
        .set("spark.sql.codegen.cache.maxEntries", "5000")
        .set("spark.sql.session.timeZone", "UTC")
        .set("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .set("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .set("spark.databricks.delta.snapshotPartitions", "1")
        .set("spark.scheduler.barrier.maxConcurrentTasksCheck.maxFailures", "1")
        .set("spark.scheduler.barrier.maxConcurrentTasksCheck.interval", "1s");
  }

  @BeforeEach
  void shareSession() {
    runBefore();
  }

  protected SparkSession session() {
    return spark();
  }
}
