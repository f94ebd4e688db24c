package io.clairscore.pipelines.cli;

import java.util.Set;
import picocli.CommandLine.Option;

/** The option that lets results pass which are too good to be true. */
final class LeakageOption {

  @Option(
      names = "--allow-leakage",
      split = ",",
      paramLabel = "NAME",
      description = "Leakage alarms that were looked into: names of features, or 'model'.")
  private Set<String> allowed = Set.of();

  Set<String> allowed() {
    return allowed;
  }
}
