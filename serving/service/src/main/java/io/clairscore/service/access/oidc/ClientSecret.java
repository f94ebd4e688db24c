package io.clairscore.service.access.oidc;

import com.nimbusds.oauth2.sdk.auth.Secret;
import io.clairscore.service.access.AccessErrors;
import io.clairscore.service.access.OidcConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads the service's secret at the provider, if it has one. */
final class ClientSecret {
  private ClientSecret() {}

  /**
   * @throws io.clairscore.features.refusal.Refusal with USAGE if it is not where it should be
   */
  static Optional<Secret> of(OidcConf conf, Map<String, String> environment) {
    if (!conf.secretFile().isEmpty()) {
      return Optional.of(demanded(file(conf.secretFile()), conf.secretFile()));
    }
    if (!conf.secretVariable().isEmpty()) {
      return Optional.of(
          demanded(environment.getOrDefault(conf.secretVariable(), ""), conf.secretVariable()));
    }
    return Optional.empty();
  }

  private static String file(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw AccessErrors.secret(path).from(e);
    }
  }

  private static Secret demanded(String text, String place) {
    if (text.isBlank()) {
      throw AccessErrors.secret(place);
    }
    return new Secret(text.strip());
  }
}
