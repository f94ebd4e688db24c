package io.clairscore.service.access;

import io.clairscore.features.settings.Require;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A provider of OpenID Connect that logs people in. Empty texts are values that are not given.
 *
 * @param issuer its address, where its description is found; empty if there is no provider
 * @param clientId name under which it knows the service
 * @param secretFile file that holds the service's secret there and nothing else
 * @param secretVariable environment variable that holds it, if no file does
 * @param redirect address of {@code /oidc/callback} as browsers reach it, and as the provider knows
 *     it
 * @param algorithm by which it signs, of JWS: {@code RS256}, {@code ES256}, ...
 * @param scopes what it is asked for, {@code openid} among it
 * @param nameClaim what names the person
 * @param rolesClaim what tells the person's roles: a text or a list of them
 * @param roles role here of each value of that claim; other values give none
 */
public record OidcConf(
    String issuer,
    String clientId,
    String secretFile,
    String secretVariable,
    String redirect,
    String algorithm,
    List<String> scopes,
    String nameClaim,
    String rolesClaim,
    Map<String, String> roles) {
  private static final Set<String> SIGNATURES =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  public OidcConf {
    Require.present("access.oidc.issuer", issuer);
    scopes = List.copyOf(Require.present("access.oidc.scopes", scopes));
    roles = Require.sorted("access.oidc.roles", roles);
    if (!issuer.isEmpty()) {
      protectedAddress("access.oidc.issuer", issuer);
      protectedAddress("access.oidc.redirect", redirect);
      Require.that(!clientId.isBlank(), "access.oidc.clientId", clientId, "given");
      Require.that(
          SIGNATURES.contains(algorithm), "access.oidc.algorithm", algorithm, "one of a key pair");
      Require.that(
          scopes.contains("openid"), "access.oidc.scopes", scopes, "a list with openid in it");
      Require.that(
          !nameClaim.isBlank() && !rolesClaim.isBlank(),
          "access.oidc.nameClaim and rolesClaim",
          nameClaim + ", " + rolesClaim,
          "names of claims");
      roles.values().forEach(OidcConf::demandRole);
    }
  }

  private static void protectedAddress(String setting, String address) {
    URI uri = URI.create(address);
    String host = String.valueOf(uri.getHost());
    boolean here = host.equals("localhost") || host.startsWith("127.");
    Require.that(
        "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here,
        setting,
        address,
        "an https:// address, or an http:// one on this machine");
  }

  private static void demandRole(String role) {
    Require.that(
        Arrays.stream(Role.values()).anyMatch(known -> known.name().equals(role)),
        "access.oidc.roles",
        role,
        "one of " + Arrays.toString(Role.values()));
  }

  /** Whether there is a provider. */
  public boolean given() {
    return !issuer.isEmpty();
  }
}
