package io.clairscore.service;

import io.clairscore.service.conf.ServiceConf;
import io.clairscore.service.conf.ServiceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every command of the service. */
final class SettingsOptions {
  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "Settings in YAML (default: those of conf/service.yaml at build time).")
  private Path conf;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting, such as server.port=9000; repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--workspace",
      paramLabel = "FOLDER",
      description =
          "Workspace of the batch: sets published, models, reports and the file of the store.")
  private Path workspace;

  ServiceConf settings() {
    List<String> given = new ArrayList<>();
    if (workspace != null) {
      given.add("published=" + workspace.resolve("published"));
      given.add("models=" + workspace.resolve("models"));
      given.add("reports=" + workspace.resolve("reports"));
      given.add("store.url=jdbc:sqlite:" + workspace.resolve("service/clairscore.db"));
    }
    given.addAll(overrides);
    return ServiceSettings.read(conf, System.getenv(), given);
  }
}
