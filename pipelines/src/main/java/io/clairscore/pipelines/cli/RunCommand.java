package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.conf.SyntheticConf;
import io.clairscore.pipelines.synthetic.Population;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Scoring date (default: today, UTC).")
  private LocalDate date = LocalDate.now(ZoneOffset.UTC);

  @Option(
      names = "--submission",
      paramLabel = "FILE",
      description = "Also writes a CSV in the layout of Kaggle's submissions.")
  private Path submission;

  @Option(
      names = "--allow-leakage",
      split = ",",
      paramLabel = "NAME",
      description = "Leakage alarms that were looked into: names of features, or 'model'.")
  private Set<String> allowed = Set.of();

  @Override
  String work(Application application) {
    MainJob job = new MainJob(application);
    Path source = data == null ? generated(job, application) : data;
    return job.run(source, date, Optional.ofNullable(submission), allowed);
  }

  private static Path generated(MainJob job, Application application) {
    SyntheticConf conf = application.conf().synthetic();
    Population population = new Population(conf.labelled(), conf.unlabelled(), conf.seed());
    // The name says all that determines the content, so a complete folder need not be made again.
    String name = conf.labelled() + "-" + conf.unlabelled() + "-" + conf.seed();
    Path folder = application.workspace().root().resolve("synthetic").resolve(name);
    if (!Files.exists(folder)) {
      job.generate(population, folder);
    }
    return folder;
  }
}
