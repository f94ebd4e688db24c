package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.run.ExitCode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a scheduler sees it: processes of their own, their files and their status. */
class DriftCommandTest {
  private static final int ROWS = 2000;

  @TempDir Path folder;

  @Test
  void endsWithFourOnDriftWithThreeOnOtherDataAndWithZeroOtherwise() throws Exception {
    Path reference = clients("reference.csv", 1, 0);
    Process calm = drift("calm", reference, clients("same.csv", 7, 0));
    Process alarmed = drift("alarmed", reference, clients("richer.csv", 7, 400_000));
    Process refused = drift("refused", reference, unknown());

    assertThat(status(calm)).as(errors("calm")).isEqualTo(ExitCode.DONE.status());
    assertThat(status(alarmed)).as(errors("alarmed")).isEqualTo(ExitCode.DRIFT_ALARM.status());
    assertThat(status(refused)).as(errors("refused")).isEqualTo(ExitCode.DATA_REFUSED.status());
    assertThat(reports("calm")).isEqualTo(reports("alarmed")).contains("latest.json");
    assertThat(Files.readString(folder.resolve("alarmed.out"))).contains("drifted AMT_CREDIT");
    assertThat(folder.resolve("refused/reports")).doesNotExist();
  }

  /** Applications whose amounts walk through the same cycle from another start. */
  private Path clients(String name, int start, int more) throws IOException {
    List<String> lines = new ArrayList<>(List.of("SK_ID_CURR,AMT_CREDIT,CODE_GENDER"));
    for (int i = 0; i < ROWS; i++) {
      int credit = more + 100_000 + (start + i) * 7919 % 1000 * 1000;
      lines.add("%d,%d,%s".formatted(i, credit, i % 3 == 0 ? "M" : "F"));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private Path unknown() throws IOException {
    return Files.writeString(folder.resolve("unknown.csv"), "SK_ID_CURR,AGE\n1,40\n");
  }

  private Process drift(String workspace, Path reference, Path current) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Spark needs the same modules open as in this JVM.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Dspark.ui.enabled=false",
            "-cp",
            System.getProperty("java.class.path"),
            Clairscore.class.getName(),
            "drift",
            "--workspace",
            folder.resolve(workspace).toString(),
            "--reference",
            reference.toString(),
            "--current",
            current.toString(),
            "--date",
            "2026-01-05"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder
        .redirectOutput(folder.resolve(workspace + ".out").toFile())
        .redirectError(folder.resolve(workspace + ".err").toFile())
        .start();
  }

  private static int status(Process process) throws InterruptedException {
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("the command ended within three minutes").isTrue();
    return process.exitValue();
  }

  private String errors(String workspace) throws IOException {
    return Files.readString(folder.resolve(workspace + ".err"));
  }

  private List<String> reports(String workspace) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(workspace).resolve("reports/drift"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
