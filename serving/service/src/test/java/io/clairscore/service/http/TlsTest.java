package io.clairscore.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS itself, from PEM files. */
class TlsTest {
  private static final String PASSWORD = "changeit";
  private static final Route<Void, Boolean> ROUTE =
      Route.get("test", "secure", "/secure", "Whether this is TLS.")
          .access(Access.toEverybody())
          .answering(Boolean.class, (exchange, nothing) -> Reply.of(exchange.secure()));

  @TempDir Path folder;

  /** A key and a certificate of it for localhost, which Java's own tool makes. */
  private KeyStore made() throws Exception {
    Path file = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private String pem(String file, String kind, byte[] bytes) throws Exception {
    String text =
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes), kind);
    return Files.writeString(folder.resolve(file), text).toString();
  }

  private static SSLContext trusting(KeyStore store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static HttpResponse<String> asked(
      RunningServer server, SSLContext context, String version) throws Exception {
    SSLParameters parameters = context.getDefaultSSLParameters();
    parameters.setProtocols(new String[] {version});
    HttpClient client =
        HttpClient.newBuilder().sslContext(context).sslParameters(parameters).build();
    URI address = URI.create("https://localhost:" + server.port() + "/secure");
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theServerSpeaksTlsOfTodayAndTellsBrowsersToKeepToIt() throws Exception {
    KeyStore store = made();
    TlsConf tls =
        new TlsConf(
            pem("server.crt", "CERTIFICATE", store.getCertificate("server").getEncoded()),
            pem(
                "server.key",
                "PRIVATE KEY",
                store.getKey("server", PASSWORD.toCharArray()).getEncoded()));
    ServerConf conf =
        new ServerConf("127.0.0.1", 0, List.of(), List.of(), tls, 2, false, RunningServer.LIMITS);
    try (RunningServer server = new RunningServer(conf, ROUTE)) {
      for (String version : List.of("TLSv1.3", "TLSv1.2")) {
        HttpResponse<String> answer = asked(server, trusting(store), version);
        assertThat(answer.body()).isEqualTo("true");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
            .contains("max-age=31536000");
      }
      assertThatThrownBy(() -> asked(server, SSLContext.getDefault(), "TLSv1.3"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }
}
