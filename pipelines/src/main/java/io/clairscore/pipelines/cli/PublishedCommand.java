package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.RunLock;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.VersionManifest;
import io.clairscore.scorer.registry.Aliases;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the published versions, and makes one live. */
@Command(
    name = "published",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the published versions with model, date and size, newest first, and makes one live.",
      "Live is the one that the file published/current names; the service reads it."
    })
final class PublishedCommand implements Callable<Integer> {
  private static final String FORMAT = "%-24s %-24s %-20s %10s  %s";

  @Mixin private WorkspaceOption option;

  @Option(
      names = "--use",
      paramLabel = "VERSION",
      description = "Makes this version live, after every byte of it was verified.")
  private String wanted;

  @Override
  public Integer call() throws IOException {
    Workspace workspace = option.workspace();
    if (wanted != null) {
      RunLock lock = RunLock.take(workspace, "published --use " + wanted);
      try {
        new Published(workspace.published()).use(wanted);
      } finally {
        lock.close();
      }
    }
    System.out.println(String.join("\n", lines(workspace)));
    return ExitCode.DONE.status();
  }

  private static List<String> lines(Workspace workspace) {
    Published published = new Published(workspace.published());
    List<String> lines = new ArrayList<>();
    lines.add(String.format(FORMAT, "VERSION", "MODEL", "PUBLISHED", "MB", "").stripTrailing());
    for (VersionManifest version : published.complete()) {
      boolean live = published.current().equals(Optional.of(version.version()));
      lines.add(
          String.format(
                  Locale.ROOT,
                  FORMAT,
                  version.version(),
                  version.bundle(),
                  Instant.parse(version.created()).truncatedTo(ChronoUnit.SECONDS),
                  String.format(Locale.ROOT, "%,.1f", version.bytes() / 1e6),
                  live ? "live" : "")
              .stripTrailing());
    }
    for (String name : published.names()) {
      if (published.ifComplete(name).isEmpty()) {
        lines.add(name + " is not complete, and is not counted among the versions to keep");
      }
    }
    lines.addAll(outlook(workspace));
    return lines;
  }

  /** Which version is live, and what makes the champion's so if it is not. */
  static List<String> outlook(Workspace workspace) {
    Published published = new Published(workspace.published());
    Optional<String> champion = Aliases.read(workspace.models()).champion();
    Optional<String> live = published.current();
    if (live.isEmpty()) {
      return List.of(
          "No version is live. Next: clairscore export publishes one and makes it live.");
    }
    String model = liveModel(published);
    List<String> lines = new ArrayList<>();
    lines.add("Live: version " + live.get() + ", model " + model + ".");
    champion
        .filter(run -> !run.equals(model))
        .ifPresent(
            run -> {
              lines.add(
                  "The champion is "
                      + run
                      + ". Next: clairscore export publishes it and makes it"
                      + " live.");
              published
                  .newestOf(run)
                  .ifPresent(
                      version ->
                          lines.add(
                              "Or clairscore published --use "
                                  + version
                                  + ", which holds it as published before."));
            });
    return lines;
  }

  private static String liveModel(Published published) {
    try {
      return published.live().manifest().bundle();
    } catch (Refusal harmed) {
      return "unknown, as the version is harmed (" + harmed.reason() + ")";
    }
  }
}
