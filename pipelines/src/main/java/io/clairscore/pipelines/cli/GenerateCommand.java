package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.SyntheticConf;
import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.synthetic.Format;
import io.clairscore.pipelines.synthetic.GenerateRequest;
import io.clairscore.pipelines.synthetic.GenerateStep;
import io.clairscore.pipelines.synthetic.Population;
import io.clairscore.pipelines.synthetic.fidelity.FidelityReport;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Generates clients who do not exist. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Generates all eight tables, faithful to the published statistics.")
final class GenerateCommand extends WorkspaceCommand {

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Folder to write, absent or empty.")
  private Path out;

  @Option(names = "--labelled", paramLabel = "N", description = "Clients with a known outcome.")
  private Integer labelled;

  @Option(names = "--new", paramLabel = "N", description = "New clients.")
  private Integer unlabelled;

  @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same clients.")
  private Long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "csv, csv.gz or parquet (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--fidelity",
      paramLabel = "FOLDER",
      description =
          "Compares the result with the published statistics and writes the report there.")
  private Path fidelity;

  @Override
  Report work(Application application) {
    SyntheticConf conf = application.conf().synthetic();
    Population population =
        new Population(
            labelled == null ? conf.labelled() : labelled,
            unlabelled == null ? conf.unlabelled() : unlabelled,
            seed == null ? conf.seed() : seed);
    GenerateRequest request = new GenerateRequest(population, Format.named(format), out);
    return application.call(
        "generate",
        job -> {
          Report generated = GenerateStep.run(job, request);
          if (fidelity != null) {
            compare(job);
          }
          return generated;
        });
  }

  private void compare(Job job) {
    job.progress().step("compare with the published statistics");
    FidelityReport report = FidelityReport.of(job.spark(), out);
    report.lines().forEach(System.out::println);
    try {
      report.require(report.write(fidelity));
    } catch (IOException e) {
      throw Refusal.notWritten(fidelity, e);
    }
  }
}
