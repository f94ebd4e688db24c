package io.clairscore.pipelines.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.CsvFolder;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import io.clairscore.pipelines.spark.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storage that refuses to be written: said with cause and remedy, and nothing half-written. */
class StorageFailureTest extends SparkTest {
  @TempDir Path folder;

  @Test
  void aFolderThatCannotBeWritten() throws IOException {
    CsvFolder data = clients(1);
    Path work = folder.resolve("work");
    Files.createDirectories(work);
    // A file where the folder should be stops every user, the administrator included.
    Files.createFile(work.resolve("tables"));
    refused(TestJobs.job(session(), work, "run"), data);
  }

  @Test
  void aFullDisk() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
    if (!mounted) {
      System.err.println("SKIPPED: a full disk needs the right to mount a small one.");
    }
    Assumptions.assumeTrue(mounted, "no right to mount a small disk");
    try {
      Job job = TestJobs.job(session(), disk, "run");
      refused(job, clients(20_000));
      assertThat(Files.exists(job.workspace().raw(Table.APPLICATION))).isFalse();
      assertThat(Files.exists(job.workspace().quarantine())).isFalse();
    } finally {
      assertThat(run("umount", "-l", disk.toString())).isTrue();
    }
  }

  private CsvFolder clients(int count) {
    CsvFolder data = new CsvFolder(folder.resolve("data"));
    for (int client = 1; client <= count; client++) {
      data.row(
          "application_train",
          "SK_ID_CURR",
          client,
          "TARGET",
          0,
          "AMT_CREDIT",
          client * 7919L % 99991);
    }
    return data.write();
  }

  private static void refused(Job job, CsvFolder data) {
    Throwable failure = catchThrowable(() -> IngestStep.run(job, new IngestRequest(data.path())));
    assertThat(failure).isInstanceOf(Refusal.class);
    assertThat(((Refusal) failure).kind()).isEqualTo(Refusal.Kind.FAILED);
    assertThat(failure)
        .hasMessageContaining("Cannot write")
        .hasMessageContaining(job.workspace().root().toString())
        .hasMessageContaining("Remedy:");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
