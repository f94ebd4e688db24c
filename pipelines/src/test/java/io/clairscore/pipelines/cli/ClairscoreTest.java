package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class ClairscoreTest {

  @Test
  void helpIsNotAnError() {
    assertThat(Clairscore.execute("--help")).isZero();
  }

  @Test
  void noHelpEndsInTheMiddleOfASentence() {
    List<CommandSpec> commands = commands(new CommandLine(new Clairscore()).getCommandSpec());
    assertThat(commands).hasSizeGreaterThan(20);
    for (CommandSpec command : commands) {
      // The list of commands shows the first element, whole, and nothing else.
      assertThat(command.usageMessage().description()[0]).as(command.qualifiedName()).endsWith(".");
      for (ArgSpec argument : command.args()) {
        assertThat(String.join(" ", argument.description()))
            .as("%s %s", command.qualifiedName(), argument.paramLabel())
            .endsWith(".");
      }
    }
  }

  private static List<CommandSpec> commands(CommandSpec command) {
    return Stream.concat(
            Stream.of(command),
            command.subcommands().values().stream()
                .flatMap(below -> commands(below.getCommandSpec()).stream()))
        .toList();
  }

  @Test
  void nothingToDoIsWrongUse() {
    assertThat(Clairscore.execute()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void anUnknownCommandIsWrongUse() {
    assertThat(Clairscore.execute("scroe")).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void listingClientsNeedsAKnownDecisionAndANumber() {
    assertThat(Clairscore.execute("clients", "--decision", "perhaps"))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(Clairscore.execute("clients", "--limit", "0")).isEqualTo(ExitCode.USAGE.status());
    assertThat(
            Clairscore.commands()
                .parseArgs("clients", "--decision", "refused,Review")
                .subcommand()
                .matchedOptionValue("--decision", List.of()))
        .hasToString("[REFUSED, REVIEW]");
  }

  @Test
  void explainingNeedsAClientAndALanguageTheTextsExistIn() {
    assertThat(Clairscore.execute("explain")).isEqualTo(ExitCode.USAGE.status());
    assertThat(Clairscore.execute("explain", "--client", "anna"))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(Clairscore.execute("explain", "--client", "1", "--language", "de"))
        .isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void recordsAreListedAndPushedOneOrAll(@TempDir Path folder) {
    String workspace = folder.toString();
    assertThat(Clairscore.execute("runs")).isEqualTo(ExitCode.USAGE.status());
    assertThat(Clairscore.execute("runs", "list", "--workspace", workspace)).isZero();
    assertThat(Clairscore.execute("runs", "push", "--workspace", workspace))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(Clairscore.execute("runs", "push", "monday", "--all", "--workspace", workspace))
        .isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void nothingCanBePromotedOrRolledBackBeforeATraining(@TempDir Path folder) {
    for (String command : List.of("promote", "rollback")) {
      assertThat(Clairscore.execute(command, "--workspace", folder.toString()))
          .isEqualTo(ExitCode.MODEL_REFUSED.status());
    }
  }

  @Test
  void versionsAreListedAndNoneIsLiveThatDoesNotExist(@TempDir Path folder) throws IOException {
    String workspace = folder.toString();
    assertThat(Clairscore.execute("published", "--workspace", workspace)).isZero();
    assertThat(folder).isEmptyDirectory();
    assertThat(Clairscore.execute("published", "--use", "v1", "--workspace", workspace))
        .isEqualTo(ExitCode.DATA_REFUSED.status());
    assertThat(Clairscore.execute("published", "--use", "../v1", "--workspace", workspace))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(Clairscore.execute("events-sql")).isZero();
  }

  @Test
  void aHistoryNeedsReportsAndDriftOneReference(@TempDir Path folder) {
    String workspace = folder.toString();
    assertThat(Clairscore.execute("drift-history", "--workspace", workspace))
        .isEqualTo(ExitCode.DATA_REFUSED.status());
    String day = "2026-01-01";
    for (List<String> wrong :
        List.of(
            List.of("drift-history", "--last", "0"),
            List.of("drift-history", "--language", "de"),
            List.of("drift-simulate", "--months", "0"),
            List.of("drift-simulate", "--calm", "9"),
            List.of("drift-simulate", "--first", "9999-12"),
            List.of("drift", "--reference", "x", "--against", day),
            List.of("drift", "--current-date", day, "--against", day))) {
      List<String> arguments = new ArrayList<>(wrong);
      arguments.addAll(List.of("--workspace", workspace));
      assertThat(Clairscore.execute(arguments.toArray(String[]::new)))
          .as("%s", wrong)
          .isEqualTo(ExitCode.USAGE.status());
    }
    assertThat(folder.resolve("reports")).doesNotExist();
  }

  static List<List<String>> wrongValues() {
    String yaml = "training.xgboost.maxDepth";
    return List.of(
        List.of("--date", "score --date tomorrow", "'tomorrow' is not a day"),
        List.of("--date", "drift --date 2026-02-30", "'2026-02-30' is not a day"),
        List.of("--date", "score --date 0026-11-21", "from 1900"),
        List.of("--against", "drift --against +999999999-01-01", "YYYY-MM-DD"),
        List.of("--events-from", "drift --events x --events-from 20260101", "YYYY-MM-DD"),
        List.of("--first", "drift-simulate --first 2026-13", "'2026-13' is not a month"),
        List.of("--run-id", "score --run-id " + "x".repeat(81), "81 characters"),
        List.of("--run-id", "score --run-id lundi_été", "without accents"),
        List.of("--run-id", "score --run-id .hidden", "begins with a letter"),
        List.of("training.folds", "train --set training.folds=many", "must be a whole number"),
        List.of("drift.topFeatures", "drift --set drift.topFeatures=many", "a whole number"),
        List.of(yaml, "train --set training.xgboost.maxDepth=[4", "is not valid YAML"),
        List.of("--conf", "train --conf absent.yaml", "absent.yaml is not a file"));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aWrongValueIsSaidInOurWordsWithTheNameOfWhatHasIt(
      List<String> example, @TempDir Path folder) {
    List<String> arguments = new ArrayList<>(List.of(example.get(1).split(" ")));
    arguments.add("--workspace=" + folder);
    StringWriter told = new StringWriter();
    int status =
        Clairscore.commands()
            .setErr(new PrintWriter(told))
            .execute(arguments.toArray(String[]::new));
    assertThat(status).isEqualTo(ExitCode.USAGE.status());
    assertThat(told.toString())
        .contains(example.get(0), example.get(2))
        .doesNotContain("Exception", "java.", "deserialize");
  }

  @ParameterizedTest
  @CsvSource({
    "score, --date=0000-01-01",
    "score, --date=99999-01-01",
    "score, --date=+99999-01-01",
    "run, --date=2026-02-30",
    "drift, --date=1899-12-31",
    "drift, --against=20260101",
    "drift, --current-date=-2026-01-01",
    "drift, --events-from=10000-01-01",
    "drift-simulate, --first=12026-01",
    "drift-simulate, --first=2026-13"
  })
  void aDayOrMonthThatTablesAndNamesOfReportsCannotHoldIsRefusedByItsOption(
      String command, String option, @TempDir Path folder) {
    PrintStream standard = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      assertThat(Clairscore.execute(command, option, "--workspace", folder.toString()))
          .isEqualTo(ExitCode.USAGE.status());
    } finally {
      System.setErr(standard);
    }
    String name = option.substring(0, option.indexOf('='));
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("'" + name + "'", "YYYY-MM", "of the calendar from 1900 to 9999");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void documentsNeedAModel(@TempDir Path workspace) {
    assertThat(Clairscore.execute("documents", "--workspace", workspace.toString()))
        .isEqualTo(ExitCode.MODEL_REFUSED.status());
    assertThat(workspace).isEmptyDirectory();
  }

  @Test
  void aRefusalKeepsItsStatusHoweverDeepSparkBuriesIt() {
    Refusal refusal = Refusal.data("a", "b", "c");
    Exception buried = new RuntimeException("Job aborted", new IOException(refusal));
    assertThat(Failures.refusal(buried)).isSameAs(refusal);
  }

  @Test
  void aFullDiskIsSaidInWords() {
    Exception buried =
        new RuntimeException("Job aborted", new IOException("No space left on device"));
    assertThat(Failures.refusal(buried))
        .hasMessageContaining("The disk is full")
        .hasMessageContaining("--run-id");
  }
}
