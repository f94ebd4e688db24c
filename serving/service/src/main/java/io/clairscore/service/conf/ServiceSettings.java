package io.clairscore.service.conf;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.settings.Program;
import io.clairscore.features.settings.SettingsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the settings: the defaults of {@code conf/service.yaml}, then the given YAML file, then
 * {@code PORT} and environment variables ({@code CLAIRSCORE_SERVICE_SERVER_HOST=0.0.0.0}), then
 * {@code --set server.host=0.0.0.0}; later ones win.
 */
public final class ServiceSettings {
  private static final String PORT = "PORT";
  private static final Program<ServiceConf> SERVICE =
      new Program<>(
          ServiceConf.class,
          "service.yaml",
          "CLAIRSCORE_SERVICE_",
          Set.of("CLAIRSCORE_SERVICE_HEAP", "CLAIRSCORE_SERVICE_LOG"),
          List.of());

  private ServiceSettings() {}

  /**
   * Reads the effective settings.
   *
   * @param file YAML file of the settings that differ from the defaults, or null
   * @param environment environment variables
   * @param overrides {@code key=value} pairs
   * @throws Refusal with USAGE if a setting is unknown or out of bounds
   */
  public static ServiceConf read(
      Path file, Map<String, String> environment, List<String> overrides) {
    List<String> given = new ArrayList<>();
    if (environment.containsKey(PORT)) {
      given.add("server.port=" + environment.get(PORT));
    }
    given.addAll(overrides);
    return SettingsReader.read(SERVICE, file, environment, given);
  }
}
