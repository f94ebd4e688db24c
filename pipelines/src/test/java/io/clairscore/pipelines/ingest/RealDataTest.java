package io.clairscore.pipelines.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real files, where a person has them: the folder that CLAIRSCORE_REAL_DATA names. */
class RealDataTest extends SparkTest {
  private Path data;

  @BeforeEach
  void findData() {
    String folder = System.getenv("CLAIRSCORE_REAL_DATA");
    boolean there = folder != null && Files.isDirectory(Path.of(folder));
    if (!there) {
      System.err.println(
          "SKIPPED: no real data. Set CLAIRSCORE_REAL_DATA to the folder that holds sample/ and"
              + " applications/ to prove that no rule refuses a real row.");
    }
    Assumptions.assumeTrue(there, "CLAIRSCORE_REAL_DATA names no folder");
    data = Path.of(folder);
  }

  @Test
  void noRuleRefusesARowOfTheSample(@TempDir Path workspace) {
    IngestReport report =
        IngestStep.run(
            TestJobs.job(session(), workspace, "real"), new IngestRequest(data.resolve("sample")));
    report.lines().forEach(System.out::println);
    assertThat(report.quarantined()).as("%s", report.lines()).isZero();
    assertThat(report.read()).isEqualTo(report.kept()).isPositive();
    assertThat(report.files()).hasSize(8);
  }

  @Test
  void noRuleRefusesARealApplication(@TempDir Path workspace) {
    IngestReport report =
        IngestStep.run(
            TestJobs.job(session(), workspace, "real"),
            new IngestRequest(data.resolve("applications")));
    report.lines().forEach(System.out::println);
    assertThat(report.quarantined()).as("%s", report.lines()).isZero();
    assertThat(report.read()).isEqualTo(report.kept()).isPositive();
    assertThat(report.absent()).hasSize(6);
  }
}
