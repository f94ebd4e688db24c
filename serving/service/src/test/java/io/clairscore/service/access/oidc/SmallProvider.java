package io.clairscore.service.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A provider on loopback that answers every code with the token it is told to, however wrong. */
final class SmallProvider implements AutoCloseable {
  private final HttpServer server;
  private final RSAKey key;
  private String issuer;
  private int status = 200;
  private String token;

  SmallProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("small").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = address();
    answer("/.well-known/openid-configuration", () -> 200, this::description);
    answer("/keys", () -> 200, () -> new JWKSet(key.toPublicJWK()).toString());
    answer("/token", () -> status, () -> token);
    server.start();
  }

  private void answer(String path, IntSupplier status, Supplier<String> document) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = document.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status.getAsInt(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private String description() {
    return """
        {"issuer": "%1$s", "authorization_endpoint": "%2$s/authorize",
         "token_endpoint": "%2$s/token", "jwks_uri": "%2$s/keys",
         "subject_types_supported": ["public"], "response_types_supported": ["code"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
        .formatted(issuer, address());
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  RSAKey key() {
    return key;
  }

  /** Has it say that it is another. */
  void claimToBe(String other) {
    issuer = other;
  }

  /** Has it answer the next codes with this token. */
  void give(JWT next) {
    token =
        """
        {"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
        """
            .formatted(next.serialize());
  }

  /** Has it refuse the next codes. */
  void refuse() {
    status = 400;
    token = "{\"error\": \"invalid_grant\"}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
