package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.features.FeatureStep;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the features up to date. */
@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    description = "Computes the features of changed clients, or of the clients asked for.")
final class FeaturesCommand extends WorkspaceCommand {

  @Option(
      names = "--clients",
      split = ",",
      paramLabel = "ID",
      description = "Only these clients, whether changed or not.")
  private Set<Integer> clients = Set.of();

  @Override
  String work(Application application) {
    return application
            .call(
                "features",
                job ->
                    clients.isEmpty()
                        ? new FeatureStep().run(job)
                        : new FeatureStep().run(job, clients))
            .text()
        + "\n";
  }
}
