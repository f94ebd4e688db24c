package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.features.FeatureRequest;
import io.clairscore.pipelines.features.FeatureStep;
import io.clairscore.pipelines.run.Report;
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
  Report work(Application application) {
    FeatureRequest request = new FeatureRequest(clients);
    return application.call("features", job -> FeatureStep.run(job, request));
  }
}
