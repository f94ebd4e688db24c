package io.clairscore.service.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.access.AccessFault;
import io.clairscore.service.access.AccessRefused;
import io.clairscore.service.access.Identity;
import io.clairscore.service.access.OidcConf;
import io.clairscore.service.access.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider that is wrong, or somebody between, could answer. */
class OidcLoginTest {
  private SmallProvider provider;
  private OidcLogin login;
  private OidcLogin.Departure departure;

  @TempDir Path folder;

  @BeforeEach
  void depart() throws Exception {
    provider = new SmallProvider();
    login = new OidcLogin(conf("", ""), Map.of());
    departure = login.depart();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private OidcConf conf(String secretFile, String secretVariable) {
    return new OidcConf(
        provider.address(),
        "clairscore",
        secretFile,
        secretVariable,
        "http://127.0.0.1:9/oidc/callback",
        "RS256",
        List.of("openid"),
        "preferred_username",
        "groups",
        Map.of("advisors", "ADVISOR", "risk", "REVIEWER"));
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(provider.address())
        .subject("person-1")
        .audience("clairscore")
        .issueTime(new Date())
        .expirationTime(at(Duration.ofMinutes(2)))
        .claim("nonce", parameter("nonce"))
        .claim("preferred_username", "Anna")
        .claim("groups", List.of("advisors", "risk", "gardeners"));
  }

  private static Date at(Duration fromNow) {
    return Date.from(Instant.now().plus(fromNow));
  }

  private String parameter(String name) {
    for (String each : departure.address().getRawQuery().split("&")) {
      if (each.startsWith(name + "=")) {
        return each.substring(name.length() + 1);
      }
    }
    throw new AssertionError(departure.address());
  }

  private static SignedJWT signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(key));
  }

  private static SignedJWT signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID("small").build(), claims);
    token.sign(signer);
    return token;
  }

  private OidcLogin.Arrival arrival() {
    return new OidcLogin.Arrival(
        Optional.of("code"),
        Optional.of(departure.state()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(departure.state()));
  }

  private void assertRefused(AccessFault fault, OidcLogin.Arrival arrival) {
    assertThatThrownBy(() -> login.arrive(arrival))
        .isInstanceOfSatisfying(
            AccessRefused.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }

  @Test
  void aTokenThatHoldsTellsWhoItIs() throws Exception {
    provider.give(signed(claims().build(), provider.key()));

    Identity identity = login.arrive(arrival());

    assertThat(identity.issuer()).isEqualTo(provider.address());
    assertThat(identity.subject()).isEqualTo("person-1");
    assertThat(identity.name()).isEqualTo("Anna");
    assertThat(identity.roles()).containsExactlyInAnyOrder(Role.ADVISOR, Role.REVIEWER);
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    provider.give(
        signed(claims().expirationTime(at(Duration.ofMinutes(-5))).build(), provider.key()));
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void aTokenOfAnotherLoginIsRefused() throws Exception {
    provider.give(signed(claims().claim("nonce", "another").build(), provider.key()));
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void aTokenForAnotherServiceIsRefused() throws Exception {
    provider.give(signed(claims().audience("another").build(), provider.key()));
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() throws Exception {
    provider.give(signed(claims().issuer("https://elsewhere.example").build(), provider.key()));
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void aTokenThatAnotherKeySignedIsRefused() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID("small").generate();
    provider.give(signed(claims().build(), other));
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void aTokenThatNobodySignedIsRefused() {
    provider.give(new PlainJWT(claims().build()));
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
    byte[] known = provider.key().toRSAPublicKey().getEncoded();
    provider.give(signed(claims().build(), JWSAlgorithm.HS256, new MACSigner(known)));
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void whoHasNoRoleHereIsRefused() throws Exception {
    provider.give(signed(claims().claim("groups", "gardeners").build(), provider.key()));
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void aCodeThatTheProviderDoesNotKnowIsRefused() {
    provider.refuse();
    assertRefused(AccessFault.PROVIDER_REFUSED, arrival());
  }

  @Test
  void whoWasNotSentFromThisBrowserOrByThisProviderIsRefused() throws Exception {
    provider.give(signed(claims().build(), provider.key()));
    Optional<String> state = Optional.of(departure.state());
    Optional<String> code = Optional.of("code");
    Optional<String> none = Optional.empty();
    assertRefused(
        AccessFault.NOT_SENT,
        new OidcLogin.Arrival(code, Optional.of("other"), none, none, Optional.of("other")));
    assertRefused(AccessFault.NOT_SENT, new OidcLogin.Arrival(code, none, none, none, none));
    Optional<String> elsewhere = Optional.of("https://elsewhere.example");
    assertRefused(AccessFault.NOT_SENT, new OidcLogin.Arrival(code, state, none, elsewhere, state));
    assertRefused(AccessFault.NOT_SENT, arrival());
  }

  @Test
  void aDescriptionOfAnotherProviderOrNoneIsAFailureOfTheMachine() {
    OidcLogin fresh = new OidcLogin(conf("", ""), Map.of());
    provider.claimToBe("https://elsewhere.example");
    assertThatThrownBy(fresh::depart)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FAILED));
    provider.close();
    assertThatThrownBy(fresh::depart).isInstanceOf(Refusal.class).hasMessageContaining("provider");
  }

  @Test
  void theSecretStandsInAFileOrAVariableAndIsDemandedAtTheStart() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "  top-secret\n");
    new OidcLogin(conf(file.toString(), ""), Map.of());
    new OidcLogin(conf("", "CLIENT_SECRET"), Map.of("CLIENT_SECRET", "top-secret"));
    for (OidcConf wrong :
        List.of(conf(folder.resolve("none").toString(), ""), conf("", "CLIENT_SECRET"))) {
      assertThatThrownBy(() -> new OidcLogin(wrong, Map.of()))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USAGE));
    }
  }
}
