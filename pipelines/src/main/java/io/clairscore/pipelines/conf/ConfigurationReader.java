package io.clairscore.pipelines.conf;

import io.clairscore.drift.json.FlatRecords;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.settings.Program;
import io.clairscore.features.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the configuration: the defaults of {@code conf/clairscore.yaml}, then the given YAML file,
 * then environment variables ({@code CLAIRSCORE_TRAINING_FOLDS=3}), then {@code --set
 * training.folds=3}; later ones win.
 */
public final class ConfigurationReader {
  /** The variables besides are of the scripts, the launcher, and the service. */
  private static final Program<Configuration> BATCH =
      new Program<>(
          Configuration.class,
          "clairscore.yaml",
          "CLAIRSCORE_",
          Set.of(
              "CLAIRSCORE_COMMAND",
              "CLAIRSCORE_CRASH_AT",
              "CLAIRSCORE_EXECUTOR_MEMORY",
              "CLAIRSCORE_HEAP",
              "CLAIRSCORE_MASTER_PORT",
              "CLAIRSCORE_PUBLISHED",
              "CLAIRSCORE_REAL_DATA",
              "CLAIRSCORE_SERVICE_"),
          List.of(new FlatRecords()));

  private ConfigurationReader() {}

  /**
   * Reads the effective configuration.
   *
   * @param file YAML file of the settings that differ from the defaults, or null
   * @param environment environment variables
   * @param overrides {@code key=value} pairs
   * @throws Refusal with {@link Refusal.Kind#USAGE} if a setting is unknown or out of bounds
   */
  public static Configuration read(
      Path file, Map<String, String> environment, List<String> overrides) {
    return SettingsReader.read(BATCH, file, environment, overrides);
  }
}
