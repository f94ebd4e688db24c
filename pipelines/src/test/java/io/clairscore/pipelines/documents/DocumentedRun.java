package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainStep;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A small model that the real code trained, and its documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DocumentedRun extends SparkTest {
  private static final int LABELLED = 1500;
  private static final int FEATURES = 5;
  static final String RUN = "golden";

  @TempDir static Path folder;
  Workspace workspace;
  Path evidence;
  Path documents;

  @BeforeEach
  void trainOnce() {
    if (workspace == null) {
      Workspace trained = new Workspace(folder.resolve("work"));
      SyntheticClients.save(
          SyntheticClients.named(SyntheticClients.table(session(), LABELLED, 0, FEATURES, 1)),
          trained.features());
      Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
      TrainStep.run(
          new Job(session(), trained, SyntheticClients.configuration(), RUN, silent),
          TrainOptions.DEFAULT);
      evidence = trained.runs().resolve(RUN).resolve("evidence");
      workspace = trained;
      documents = write(RUN);
    }
  }

  Path write(String run) {
    return Documents.write(workspace, run, SyntheticClients.configuration().documents());
  }

  String read(String name) throws IOException {
    return Files.readString(documents.resolve(name));
  }
}
