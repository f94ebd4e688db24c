package io.clairscore.pipelines.training;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A small model that the real code trained, once for the tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TrainedOnce extends SparkTest {
  private static final int LABELLED = 1500;
  private static final int FEATURES = 5;

  /** Run that trained it. */
  protected static final String RUN = "golden";

  @TempDir protected static Path folder;
  protected Workspace workspace;
  protected Path evidence;

  @BeforeEach
  void trainOnce() {
    if (workspace == null) {
      Workspace trained = new Workspace(folder.resolve("work"));
      SyntheticClients.save(
          SyntheticClients.named(SyntheticClients.table(session(), LABELLED, 0, FEATURES, 1)),
          trained.features());
      workspace = trained;
      TrainStep.run(job(), TrainOptions.DEFAULT);
      evidence = trained.runs().resolve(RUN).resolve("evidence");
      trained();
    }
  }

  /** What a class makes of the model once. */
  protected void trained() {}

  /** A run of the same name on the same workspace, silent. */
  protected Job job() {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return new Job(session(), workspace, SyntheticClients.configuration(), RUN, silent);
  }
}
