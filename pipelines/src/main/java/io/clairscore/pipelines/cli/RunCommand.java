package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.conf.SyntheticConf;
import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.synthetic.Format;
import io.clairscore.pipelines.synthetic.GenerateRequest;
import io.clairscore.pipelines.synthetic.GenerateStep;
import io.clairscore.pipelines.synthetic.Population;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: every step, from files to published scores. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs every step: ingest, dossiers, features, train, score, export. Without --data it works"
            + " on generated data.")
final class RunCommand extends WorkspaceCommand {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Folder of source files (default: generated clients).")
  private Path data;

  @Mixin private ScoringOptions scoring;

  @Mixin private LeakageOption leakage;

  @Override
  Report work(Application application) {
    Path source = data == null ? generated(application) : data;
    return new MainJob(application, leakage.allowed(), scoring).run(source);
  }

  private static Path generated(Application application) {
    SyntheticConf conf = application.conf().synthetic();
    // The name says all that determines the content, so a complete folder need not be made again.
    String name = conf.labelled() + "-" + conf.unlabelled() + "-" + conf.seed();
    Path folder = application.workspace().synthetic().resolve(name);
    if (!Files.exists(folder)) {
      Population population = new Population(conf.labelled(), conf.unlabelled(), conf.seed());
      GenerateRequest request = new GenerateRequest(population, Format.CSV, folder);
      application.call("generate", job -> GenerateStep.run(job, request));
    }
    return folder;
  }
}
