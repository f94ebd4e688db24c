package io.clairscore.pipelines.tracking;

import io.clairscore.scorer.registry.Aliases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** The recorded runs as a table for a person. */
public final class RunTable {
  private static final String FORMAT = "%-24s %-20s %-9s %8s %8s  %-20s %s";
  private static final String NONE = "-";

  private RunTable() {}

  /** A line per run, oldest first, below a heading. */
  public static List<String> lines(Tracking tracking) {
    Map<String, String> aliases = Aliases.read(tracking.workspace().models()).byName();
    List<String> lines = new ArrayList<>();
    lines.add(String.format(FORMAT, "RUN", "BEGUN", "STATUS", "AUC", "COST", "ALIASES", "SENT TO"));
    for (String run : tracking.runs()) {
      lines.add(line(tracking, run, aliases).stripTrailing());
    }
    return lines;
  }

  private static String line(Tracking tracking, String run, Map<String, String> aliases) {
    RunFacts facts = tracking.facts(run);
    StringJoiner named = new StringJoiner(",").setEmptyValue(NONE);
    aliases.forEach(
        (alias, of) -> {
          if (of.equals(run)) {
            named.add(alias);
          }
        });
    return String.format(
        FORMAT,
        run,
        Instant.ofEpochMilli(facts.started()).truncatedTo(ChronoUnit.SECONDS),
        facts.status().name().toLowerCase(Locale.ROOT),
        figure(facts, "holdout.auc"),
        figure(facts, "holdout.cost_per_client"),
        named,
        servers(Tracking.folder(tracking.workspace(), run)));
  }

  private static String figure(RunFacts facts, String key) {
    return facts.metric(key).map(value -> String.format(Locale.ROOT, "%.4f", value)).orElse(NONE);
  }

  private static String servers(Path record) {
    int lines = RunRecord.log(record).read().size();
    StringJoiner servers = new StringJoiner(", ").setEmptyValue(NONE);
    ServerRuns.all(record)
        .forEach(
            (server, sent) ->
                servers.add(
                    sent.sent() == lines
                        ? server
                        : server + " (" + sent.sent() + " of " + lines + " lines)"));
    return servers.toString();
  }
}
