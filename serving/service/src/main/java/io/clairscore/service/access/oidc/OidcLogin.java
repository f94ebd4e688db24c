package io.clairscore.service.access.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.clairscore.service.access.AccessErrors;
import io.clairscore.service.access.AccessFault;
import io.clairscore.service.access.AccessRefused;
import io.clairscore.service.access.Identity;
import io.clairscore.service.access.OidcConf;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636), state and nonce.
 * Each departure is of use once, for ten minutes, in the browser that began it.
 */
public final class OidcLogin {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MOST_DEPARTED = 10_000;

  private final OidcConf conf;
  private final Optional<Secret> secret;
  private final Cache<String, Departed> departed =
      Caffeine.newBuilder().maximumSize(MOST_DEPARTED).expireAfterWrite(PATIENCE).build();
  private volatile Provider known;

  /**
   * A login by this provider.
   *
   * @param environment where the secret may stand
   * @throws io.clairscore.features.refusal.Refusal with USAGE if the secret is not where it should
   *     be
   */
  public OidcLogin(OidcConf conf, Map<String, String> environment) {
    this.conf = conf;
    this.secret = ClientSecret.of(conf, environment);
  }

  /** What only this service knows of somebody it sent to the provider. */
  private record Departed(CodeVerifier verifier, Nonce nonce) {}

  /**
   * Where somebody is sent.
   *
   * @param state what comes back with the person; the browser keeps it, too
   */
  public record Departure(URI address, String state) {}

  /**
   * What the provider sends people back with.
   *
   * @param error why not, if not
   * @param issuer which provider it was, if it says so (RFC 9207)
   * @param held state that the browser kept
   */
  public record Arrival(
      Optional<String> code,
      Optional<String> state,
      Optional<String> error,
      Optional<String> issuer,
      Optional<String> held) {}

  /**
   * Sends somebody to the provider.
   *
   * @throws io.clairscore.features.refusal.Refusal with FAILED if the provider does not answer
   */
  public Departure depart() {
    Provider provider = provider();
    State state = new State();
    Departed kept = new Departed(new CodeVerifier(), new Nonce());
    departed.put(state.getValue(), kept);
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(conf.scopes().toArray(String[]::new)),
                new ClientID(conf.clientId()),
                URI.create(conf.redirect()))
            .endpointURI(provider.authorization())
            .state(state)
            .nonce(kept.nonce())
            .codeChallenge(kept.verifier(), CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Departure(address, state.getValue());
  }

  /**
   * Who it is that comes back.
   *
   * @throws AccessRefused if the provider does not confirm it, it is not the browser that departed,
   *     or there is no role here
   * @throws io.clairscore.features.refusal.Refusal with FAILED if the provider does not answer
   */
  public Identity arrive(Arrival arrival) {
    Departed kept = arrival.state().map(departed.asMap()::remove).orElse(null);
    boolean own =
        kept != null
            && arrival.held().equals(arrival.state())
            && arrival.issuer().map(conf.issuer()::equals).orElse(true);
    if (!own) {
      throw AccessRefused.of(AccessFault.NOT_SENT);
    }
    if (arrival.error().isPresent() || arrival.code().isEmpty()) {
      throw AccessRefused.of(AccessFault.PROVIDER_REFUSED);
    }
    Provider provider = provider();
    JWT token = exchanged(provider, arrival.code().get(), kept.verifier());
    return new Claims(conf).identity(validated(provider, token, kept.nonce()));
  }

  private JWT exchanged(Provider provider, String code, CodeVerifier verifier) {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), URI.create(conf.redirect()), verifier);
    ClientID client = new ClientID(conf.clientId());
    TokenRequest request =
        secret
            .map(
                known ->
                    new TokenRequest.Builder(
                        provider.token(), new ClientSecretBasic(client, known), grant))
            .orElseGet(() -> new TokenRequest.Builder(provider.token(), client, grant))
            .build();
    try {
      HTTPRequest sent = request.toHTTPRequest();
      sent.setConnectTimeout(Provider.TIMEOUT_MILLIS);
      sent.setReadTimeout(Provider.TIMEOUT_MILLIS);
      sent.setFollowRedirects(false);
      TokenResponse answer = OIDCTokenResponseParser.parse(sent.send());
      if (answer.indicatesSuccess()
          && answer.toSuccessResponse().getTokens() instanceof OIDCTokens tokens
          && tokens.getIDToken() != null) {
        return tokens.getIDToken();
      }
      throw AccessRefused.of(AccessFault.PROVIDER_REFUSED);
    } catch (ParseException e) {
      throw AccessErrors.provider("its answer to a code cannot be read", e);
    } catch (IOException e) {
      throw AccessErrors.provider("it does not answer", e);
    }
  }

  /** Issuer, audience, signature, times and nonce are those they must be. */
  private static IDTokenClaimsSet validated(Provider provider, JWT token, Nonce nonce) {
    try {
      return provider.validator().validate(token, nonce);
    } catch (BadJOSEException e) {
      throw AccessRefused.of(AccessFault.PROVIDER_REFUSED, e);
    } catch (JOSEException e) {
      throw AccessErrors.provider("its keys cannot be read", e);
    }
  }

  private Provider provider() {
    Instant now = Instant.now();
    Provider provider = known;
    if (provider == null || !provider.isFresh(now)) {
      provider = Provider.read(conf, now);
      known = provider;
    }
    return provider;
  }
}
