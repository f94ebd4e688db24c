package io.clairscore.pipelines.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.run.RunLock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that writes to a workspace: alone there, and with its configuration kept. */
abstract class WorkspaceCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private Options options;

  @Override
  public final Integer call() throws IOException {
    Application application = Application.of(options);
    RunLock lock = RunLock.take(application.workspace(), application.runId());
    try {
      application
          .progress()
          .say("run " + application.runId() + " in " + application.workspace().root());
      new RunJournal(application.workspace(), application.runId())
          .keep("configuration.json", JSON.valueToTree(application.conf()));
      Report report = work(application);
      report.lines().forEach(new PrintStream(System.out, true, StandardCharsets.UTF_8)::println);
      return report.exitCode().status();
    } finally {
      lock.close();
    }
  }

  /** Does the work and returns what to tell the person who asked for it. */
  abstract Report work(Application application);
}
