package io.clairscore.service.access.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.clairscore.service.access.AccessErrors;
import io.clairscore.service.access.OidcConf;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0) and the keys by which it signs;
 * read when it is first needed, so that the service starts without it, and again each hour.
 *
 * @param authorization where people are sent
 * @param token where their codes are exchanged
 * @param validator of what it signs, with its keys
 * @param read when
 */
record Provider(URI authorization, URI token, IDTokenValidator validator, Instant read) {
  static final int TIMEOUT_MILLIS = 5000;
  private static final int LARGEST_KEYS = 1 << 18;
  private static final Duration LIFE = Duration.ofHours(1);

  /**
   * Reads it.
   *
   * @throws io.clairscore.features.refusal.Refusal with FAILED if it does not answer, or is another
   */
  static Provider read(OidcConf conf, Instant now) {
    Issuer issuer = new Issuer(conf.issuer());
    try {
      // The issuer of the description must be the one that was asked: resolve compares them.
      OIDCProviderMetadata said =
          OIDCProviderMetadata.resolve(issuer, TIMEOUT_MILLIS, TIMEOUT_MILLIS);
      IDTokenValidator validator =
          new IDTokenValidator(
              issuer,
              new ClientID(conf.clientId()),
              JWSAlgorithm.parse(conf.algorithm()),
              said.getJWKSetURI().toURL(),
              new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_KEYS));
      return new Provider(
          said.getAuthorizationEndpointURI(), said.getTokenEndpointURI(), validator, now);
    } catch (GeneralException | MalformedURLException e) {
      throw AccessErrors.provider("what it says of itself cannot be used", e);
    } catch (IOException e) {
      throw AccessErrors.provider("it does not answer", e);
    }
  }

  boolean isFresh(Instant now) {
    return now.isBefore(read.plus(LIFE));
  }
}
