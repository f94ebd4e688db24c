package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a scheduler sees it: a process, its files and its status. */
class DriftCommandTest {
  private static final int ROWS = 2000;

  @TempDir Path folder;

  @Test
  void aProcessEndsWithFourOnDriftWithThreeOnOtherDataAndWithZeroOtherwise() throws Exception {
    Path reference = clients("reference.csv", 1, 0);
    List<String> command = new ArrayList<>();
    command.addAll(arguments("calm", reference, clients("same.csv", 7, 0)));
    command.addAll(arguments("refused", reference, unknown()));
    command.addAll(arguments("alarmed", reference, clients("richer.csv", 7, 400_000)));
    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    int status = OwnProcess.run(Commands.class, command, out, errors);

    assertThat(status).as(Files.readString(errors)).isEqualTo(ExitCode.DRIFT_ALARM.status());
    assertThat(Files.readString(out))
        .contains(
            "status 0",
            "status 3",
            "drifted AMT_CREDIT\n",
            "ALARM by driftedShare, classifier: INVESTIGATE");
    assertThat(reports("calm")).isEqualTo(reports("alarmed")).contains("latest.json");
    assertThat(Files.readString(folder.resolve("alarmed/latest.json")))
        .contains("\"alarm\" : true");
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  /** Runs commands one after another; the last one, as any command does, ends the process. */
  static final class Commands {
    private Commands() {}

    public static void main(String[] arguments) {
      int each = arguments.length / 3;
      List<String> all = List.of(arguments);
      for (int i = 0; i < 2; i++) {
        List<String> one = all.subList(i * each, (i + 1) * each);
        System.out.println("status " + Clairscore.execute(one.toArray(String[]::new)));
      }
      Clairscore.main(all.subList(2 * each, 3 * each).toArray(String[]::new));
    }
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

  private List<String> arguments(String out, Path reference, Path current) {
    return List.of(
        "drift",
        "--workspace=" + folder.resolve("work"),
        "--out=" + folder.resolve(out),
        "--reference=" + reference,
        "--current=" + current,
        "--date=2026-01-05",
        "--language=en");
  }

  private List<String> reports(String out) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(out))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
