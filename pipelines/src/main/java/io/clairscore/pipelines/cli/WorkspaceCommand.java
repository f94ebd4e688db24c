package io.clairscore.pipelines.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.RunJournal;
import io.clairscore.pipelines.run.RunLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that writes to a workspace: alone there, and with its configuration kept. */
abstract class WorkspaceCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private Options options;

  @Override
  public final Integer call() {
    Application application = Application.of(options);
    RunLock lock = RunLock.take(application.workspace(), application.runId());
    try {
      application
          .progress()
          .say("run " + application.runId() + " in " + application.workspace().root());
      new RunJournal(application.workspace(), application.runId())
          .keep("configuration.json", JSON.valueToTree(application.conf()));
      System.out.print(work(application));
      System.out.flush();
      return exitCode().status();
    } finally {
      release(lock);
    }
  }

  /** Does the work and returns what to tell the person who asked for it. */
  abstract String work(Application application);

  /** How the command ends once its work is done. */
  ExitCode exitCode() {
    return ExitCode.DONE;
  }

  private static void release(RunLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
