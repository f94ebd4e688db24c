package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.drift.Scenario;
import io.clairscore.pipelines.drift.SimulationRequest;
import io.clairscore.pipelines.drift.SimulationStep;
import io.clairscore.pipelines.run.Report;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates months of drift. */
@Command(
    name = "drift-simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Generates clients who drift month by month, and writes the reports that would have been seen.",
      "There is a drift report per month and their history. Nobody real is read; no table is"
          + " written."
    })
final class DriftSimulateCommand extends WorkspaceCommand {

  @Mixin private ModelOption model;

  @Option(names = "--months", defaultValue = "8", description = "Months (default: 8).")
  private int months;

  @Option(
      names = "--clients",
      defaultValue = "3000",
      description = "Clients of each month (default: 3000).")
  private int clients;

  @Option(
      names = "--reference-clients",
      defaultValue = "6000",
      description = "Clients of the reference (default: 6000).")
  private int referenceClients;

  @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same clients.")
  private long seed;

  @Option(
      names = "--first",
      paramLabel = "YYYY-MM",
      defaultValue = "2026-01",
      description = "First month (default: ${DEFAULT-VALUE}).")
  private YearMonth first;

  @Option(
      names = "--gradual",
      paramLabel = "COLUMN=STEP",
      description =
          "Shift that each month adds, in standard deviations; repeatable (default: EXT_SOURCE_2"
              + " -0.12, AMT_INCOME_TOTAL 0.08). NULL_EXT_SOURCE_1 and its like shift missing values.")
  private Map<String, Double> gradual;

  @Option(
      names = "--sudden",
      paramLabel = "COLUMN=SHIFT",
      description = "Shift from one month on; repeatable (default: NULL_EXT_SOURCE_3 0.8).")
  private Map<String, Double> sudden;

  @Option(
      names = "--sudden-month",
      paramLabel = "N",
      description = "That month (default: the first of the second half).")
  private Integer suddenMonth;

  @Option(
      names = "--calm",
      paramLabel = "N",
      description = "A month without drift; repeatable (default: the first and the last).")
  private Set<Integer> calm;

  @Mixin private DriftOutput output;

  @Override
  Report work(Application application) {
    Scenario standard = Scenario.standard(months);
    Scenario scenario =
        new Scenario(
            months,
            gradual == null ? standard.gradual() : gradual,
            sudden == null ? standard.sudden() : sudden,
            suddenMonth == null ? standard.suddenMonth() : suddenMonth,
            calm == null ? standard.calm() : calm);
    SimulationRequest request =
        new SimulationRequest(
            model.ifAny(application),
            scenario,
            referenceClients,
            clients,
            seed,
            first,
            output.languages(),
            output
                .folder()
                .orElse(application.workspace().root().resolve("reports/drift-simulated")));
    return application.call("drift-simulate", job -> SimulationStep.run(job, request));
  }
}
