package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that works in a workspace. */
final class Options {
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final int LONGEST_RUN_ID = 80;
  private static final DateTimeFormatter BY_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Mixin private WorkspaceOption workspace;

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "Settings in YAML (default: those of conf/clairscore.yaml at build time).")
  private Path conf;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting, such as training.folds=3; repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description =
          "Name of the run; the same name continues a run that was cut off (default: the time).")
  private String runId;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Workspace workspace() {
    return workspace.workspace();
  }

  Configuration configuration() {
    return ConfigurationReader.read(conf, System.getenv(), overrides);
  }

  /** The given run identifier, or one made of the current time. */
  String runId() {
    if (runId == null) {
      runId = BY_TIME.format(Instant.now());
    }
    if (!RUN_ID.matcher(runId).matches()) {
      throw misnamed(
          "may hold only letters without accents, digits, dots, dashes and underscores, and begins"
              + " with a letter or a digit");
    }
    if (runId.length() > LONGEST_RUN_ID) {
      throw misnamed(
          "has " + runId.length() + " characters, but may have at most " + LONGEST_RUN_ID);
    }
    return runId;
  }

  private ParameterException misnamed(String why) {
    return new ParameterException(spec.commandLine(), "--run-id '" + runId + "' " + why);
  }

  Progress progress() {
    return Progress.onStandardError();
  }
}
