package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.study.StudyCosts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges a study at other costs. It fits nothing and starts no Spark. */
@Command(
    name = "study-costs",
    mixinStandardHelpOptions = true,
    description = {
      "Derives thresholds and figures of a study anew, without training, at other costs.",
      "The costs are given by --set business.falseNegativeCost=... and"
          + " --set business.falsePositiveCost=...; an unfinished study is shown, too."
    })
final class StudyCostsCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Override
  public Integer call() {
    var lines = StudyCosts.of(options.workspace(), options.runId(), options.configuration());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    lines.forEach(out::println);
    return ExitCode.DONE.status();
  }
}
